import { type JsonObject, type Script, scriptBody } from '@tandem/journey';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Skeleton } from '../components/index.ts';
import { useScriptPlace } from '../editor/dock/scriptPlace.ts';
import { CodeEditor, type CodeEditorProps, type CodeHandle } from './code/CodeEditor.tsx';
import type { Surroundings } from './code/surroundings.ts';

const TestRun = lazy(async () => ({ default: (await import('./testRun/TestRun.tsx')).TestRun }));

interface Props extends Pick<CodeEditorProps, 'around' | 'onChange' | 'onBlur' | 'onLeave' | 'ownHistory'> {
  realm: string;
  script: Script;
  /** Of a custom node: what its settings are while nothing else is said. */
  settings?: JsonObject;
  isTesting: boolean;
  onCloseTest(): void;
}

/** A script and, beside it, what it does when it is run by itself. The line where a run failed is marked until the text changes. */
export function ScriptWorkspace({ realm, script, around, settings, isTesting, onCloseTest, ...editor }: Props) {
  const code = useRef<CodeHandle>(null);
  const [failed, setFailed] = useState<Surroundings['failed']>(null);
  const source = scriptBody(script);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a run said is about the text that ran
  useEffect(() => setFailed(null), [source]);
  const line = useScriptPlace(({ wanted }) => (wanted?.script === script._id ? wanted : null));
  useEffect(() => {
    if (line === null) return;
    code.current?.goToLine(line.line);
    useScriptPlace.setState({ wanted: null });
  }, [line]);
  const marked = useMemo(() => ({ ...around, failed }), [around, failed]);
  return (
    <div className="script-body">
      <CodeEditor ref={code} label={`Script ${script.name}`} value={source} around={marked} {...editor} />
      {isTesting ? (
        <Suspense fallback={<Skeleton label="Opening the test run" lines={4} />}>
          <TestRun
            realm={realm}
            script={script}
            settings={settings}
            outcomes={around.outcomes?.map(({ name }) => name) ?? null}
            onEnd={({ error }) => setFailed(error?.line === undefined ? null : { line: error.line, message: error.message })}
            onGoToLine={(line) => code.current?.goToLine(line)}
            onClose={onCloseTest}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
