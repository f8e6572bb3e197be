/**
 * Fills the database of which every test gets a copy; called once a run, before the first test.
 * What stands here is paid once and not by every test: the schema, and data that all of them share.
 */
export async function prepareTemplate(_url: string): Promise<void> {}
