import type { OpenApi } from '@tandem/api';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Code } from '../callbacks/index.ts';
import { Button, copyToClipboard } from '../components/index.ts';
import { curlOf } from './curl.ts';
import { type Operation, typeText } from './describe.ts';

interface Props {
  operation: Operation;
  schemas: OpenApi['components']['schemas'];
  withCookies: boolean;
}

/** One call: a line that opens to everything about it. */
export function OperationEntry(props: Props) {
  const { operationId, method, path, summary } = props.operation;
  const [isOpen, setOpen] = useState(location.hash === `#${operationId}`);
  return (
    <details id={operationId} className="operation" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="operation-method" data-method={method}>
          {method}
        </span>
        <code>{path}</code>
        <span className="dim">{summary}</span>
      </summary>
      {isOpen ? <OperationDetails {...props} /> : null}
    </details>
  );
}

function OperationDetails({ operation, schemas, withCookies }: Props) {
  const { description, parameters, requestBody, responses } = operation;
  const curl = curlOf(operation, location.origin, schemas, withCookies);
  const copy = () => {
    copyToClipboard(curl, 'curl command');
  };
  const body = requestBody?.content['application/json']?.schema;
  const query = parameters.filter((parameter) => parameter.in === 'query');
  return (
    <div className="operation-details">
      {description ? <p>{description}</p> : null}
      {query.length > 0 ? (
        <>
          <h3>Query</h3>
          <dl className="operation-list">
            {query.map(({ name, required, schema }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>
                  <code className="dim">{typeText(schema, schemas)}</code> {required ? '· needed' : ''}
                  {typeof schema.description === 'string' ? <p>{schema.description}</p> : null}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {requestBody ? (
        <>
          <h3>Body</h3>
          {requestBody.description ? <p>{requestBody.description}</p> : null}
          {body && Object.keys(body).length > 0 ? <Code className="operation-code">{typeText(body, schemas)}</Code> : null}
        </>
      ) : null}
      <h3>Answers</h3>
      <dl className="operation-list">
        {Object.entries(responses).map(([status, answer]) => (
          <div key={status}>
            <dt>
              <code>{status === 'default' ? 'else' : status}</code>
            </dt>
            <dd>
              {answer.description}
              {Object.entries(answer.content).map(([type, { schema }]) =>
                status !== 'default' && Object.keys(schema).length > 0 ? (
                  <Code key={type} className="operation-code">
                    {typeText(schema, schemas)}
                  </Code>
                ) : (
                  <p key={type} className="dim">
                    {type}
                  </p>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div className="operation-curl">
        <h3>curl</h3>
        <Button size="small" icon={<Copy size={13} aria-hidden="true" />} onPress={copy}>
          Copy
        </Button>
      </div>
      <Code className="operation-code">{curl}</Code>
    </div>
  );
}
