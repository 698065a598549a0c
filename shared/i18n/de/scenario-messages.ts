export const scenarioMessages = {};
