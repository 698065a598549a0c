import type { ReactNode } from 'react';
import ReactMarkdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Button } from '../../ui/index.ts';
import { useCopy } from '../use-copy.ts';
import { useWords } from '../words.ts';

type PageNode = ExtraProps['node'];

const plugins = [remarkGfm];

/** The window has the first two levels of headings: its own title, and that of the program. */
const components: Components = {
  h1: ({ children }) => <h3 className="markdown__h1">{children}</h3>,
  h2: ({ children }) => <h4 className="markdown__h2">{children}</h4>,
  h3: ({ children }) => <h5 className="markdown__h3">{children}</h5>,
  pre: ({ node, children }) => <CodeBlock text={textOf(node)}>{children}</CodeBlock>,
  a: ({ href = '', children }) => <LinkText address={href}>{children}</LinkText>,
  // The page may load nothing from elsewhere.
  img: ({ alt }) => <>{alt}</>,
};

/** A page in Markdown with tables. HTML in it is left out, links lead nowhere by themselves. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="markdown selectable">
      <ReactMarkdown remarkPlugins={plugins} components={components} skipHtml>
        {text}
      </ReactMarkdown>
    </div>
  );
}

function CodeBlock({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  const { copied, copy } = useCopy();
  return (
    <div className="markdown__code">
      <pre>{children}</pre>
      <Button small look="quiet" onClick={() => copy(text)}>
        {t(copied ? 'common.copied' : 'common.copy')}
      </Button>
    </div>
  );
}

/** An address to copy: nothing outside the program is opened from a page of it. */
function LinkText({ address, children }: { readonly address: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  const { copied, copy } = useCopy();
  return (
    <span className="markdown__link">
      {children}
      {children !== address && <span className="mono"> {address}</span>}{' '}
      <Button look="link" onClick={() => copy(address)}>
        {t(copied ? 'common.copied' : 'documentation.copyAddress')}
      </Button>
    </span>
  );
}

function textOf(node: PageNode): string {
  return (node?.children ?? [])
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' ? textOf(child) : '';
    })
    .join('');
}
