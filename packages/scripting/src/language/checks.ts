/** Names under which the prelude's checks stand in the global scope of a script: letters that no script uses. */
export const checks = {
  method: 'ʗmethod',
  callee: 'ʗcallee',
  made: 'ʗmade',
  read: 'ʗread',
  caught: 'ʗcaught',
  evaluated: 'ʗevaluated',
  evaluator: 'ʗevaluator',
} as const;
