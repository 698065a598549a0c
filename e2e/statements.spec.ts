import { expect, test } from './fixtures.ts';
import { chooseMenu, dialog } from './support/screen.ts';

test('the statements of an import are shown for calls, and for the agents when asked', async ({
  home,
  openConsole,
}) => {
  const page = await openConsole();
  await chooseMenu(page, 'Settings', 'External systems…');
  const systems = dialog(page, 'External systems');
  await systems.getByRole('tab', { name: 'Statements' }).click();
  const panel = systems.getByRole('tabpanel');
  const stream = panel.getByRole('group', { name: 'Statements for' });
  await expect(stream.getByRole('button', { name: 'Calls' })).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('region').last()).toContainText(/GROUP BY start_unix.*-- \d{4}/s);

  await stream.getByRole('button', { name: 'Agents' }).click();
  const activities = panel.getByRole('region', { name: 'ActivitySQL' });
  await expect(activities).toContainText('SELECT name, activity_id FROM activity');
  await expect(panel.getByRole('region').last()).toContainText(/FROM agent_activity\s+WHERE start_unix/);

  const before = await home.text('isps_ul.ini');
  await home.write('isps_ul.ini', before.replace('SELECT name, activity_id FROM', 'SELECT name FROM'));
  await expect(panel.getByRole('alert')).toContainText('Select the name and the id of each activity');
  await stream.getByRole('button', { name: 'Calls' }).click();
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(panel.getByRole('region').last()).toContainText('GROUP BY');
});
