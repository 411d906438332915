export { AppHeader } from './AppHeader.tsx';
export { ProblemError, request, requestFile, requestNothing } from './http.ts';
export { Link } from './Link.tsx';
export { createSimulation, journeyPath, journeyQuery, journeysQuery, realmPath, resourcesQuery } from './queries.ts';
export { designerPath, navigate, simulationPath, useRoute } from './router.ts';
export { provideUnsavedWork, saveUnsaved, unsavedJourneys } from './unsaved.ts';
export { useHelpKey } from './useHelpKey.ts';
