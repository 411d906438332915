/** Choices in the order of the journey, those of one name with which of them they are: else nobody could tell them apart. */
export function numbered<Choice extends { label: string }>(choices: readonly Choice[]): Choice[] {
  const count = new Map<string, number>();
  for (const { label } of choices) count.set(label, (count.get(label) ?? 0) + 1);
  const seen = new Map<string, number>();
  return choices.map((choice) => {
    const of = count.get(choice.label) ?? 1;
    if (of === 1) return choice;
    const place = (seen.get(choice.label) ?? 0) + 1;
    seen.set(choice.label, place);
    return { ...choice, label: `${choice.label} (${place} of ${of})` };
  });
}
