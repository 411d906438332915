export { AppHeader } from './AppHeader.tsx';
export { useConnection } from './connection.ts';
export { NetworkError, ProblemError, request, requestFile, requestNothing } from './http.ts';
export { Link } from './Link.tsx';
export { followRealm } from './live/followRealm.ts';
export {
  createSimulation,
  journeyPath,
  journeyQuery,
  journeysQuery,
  knowledgeQuery,
  linterQuery,
  problemCountsQuery,
  realmPath,
  resourcesQuery,
} from './queries.ts';
export {
  type CustomNodeTab,
  comparePath,
  customNodePath,
  designerPath,
  isFirstScreen,
  livePath,
  NEW_CUSTOM_NODE,
  navigate,
  realmScreenPath,
  simulationPath,
  simulationsPath,
  useRoute,
} from './router.ts';
export { ScreenNav } from './ScreenNav.tsx';
export { askForSignIn, signedIn } from './signIn.ts';
export { provideUnsavedWork, saveUnsaved, unsavedJourneys } from './unsaved.ts';
export { useFileDrop } from './useFileDrop.ts';
export { useLeaveGuard } from './useLeaveGuard.ts';
export { useOtherTabs } from './useOtherTabs.ts';
