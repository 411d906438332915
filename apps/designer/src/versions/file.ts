import { ImportRefused, type JourneyDocument, parseExport } from '@tandem/journey';

/** A file that does not fit, said like a refusal of the server. */
class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    message: string,
    readonly errors: ImportRefused['issues'] = [],
  ) {
    super(message);
  }
}

/**
 * A journey as a file has it. Scripts that the file leaves to the realm are taken from the journey as it is, since an import would leave them alone.
 *
 * @throws FileError with what is wrong with the file
 */
export function journeyInFile(text: string, file: string, id: string, present: JourneyDocument | null): JourneyDocument {
  const { journeys } = parsed(text, file);
  const found = journeys.find(({ name }) => name === id) ?? (journeys.length === 1 ? journeys[0] : undefined);
  if (!found) {
    const names = journeys.map(({ name }) => name).join(', ');
    throw new FileError(`${file} has no journey ${id}. ${names === '' ? 'It holds no journey.' : `It holds ${names}.`}`);
  }
  return { tree: found.tree, nodes: { ...found.nodes, ...found.innerNodes }, scripts: { ...present?.scripts, ...found.scripts } };
}

function parsed(text: string, file: string) {
  try {
    return parseExport(text, file);
  } catch (error) {
    if (error instanceof ImportRefused) throw new FileError(`${file} cannot be read.`, error.issues);
    throw error;
  }
}

/** A journey among files: the last one that has it, as the import takes it. Files that cannot be read are passed over. */
export function documentIn(
  files: readonly { name: string; text: string }[],
  id: string,
  present: JourneyDocument | null,
): { file: string; document: JourneyDocument } | null {
  for (const { name, text } of files.toReversed()) {
    try {
      const document = journeyInFile(text, name, id, present);
      if (document.tree._id === id) return { file: name, document };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }
  return null;
}
