export { type ModelOf, type Recorded, type RecordedStep, type RunRecord, readRecord } from './recorded.ts';
export { type Replay, type Replayed, replay } from './replay.ts';
export { rerun } from './rerun.ts';
