/** Does a task for each item, at most `width` at the same time, and gives the outcomes in the order of the items. */
export async function inOrder<Item, Outcome>(
  items: readonly Item[],
  width: number,
  task: (item: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) outcomes[index] = await task(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return outcomes;
}
