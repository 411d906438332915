import './realm.css';
import { useEffect } from 'react';
import { AppHeader, Link, realmScreenPath, ScreenNav } from '../app/index.ts';
import { EmptyState } from '../components/index.ts';
import { Backups } from './backups/Backups.tsx';
import { CustomNodes } from './custom-nodes/CustomNodes.tsx';
import { Objects } from './objects/Objects.tsx';
import { Identities } from './people/Identities.tsx';
import { Scripts } from './scripts/Scripts.tsx';
import { SECTIONS, type SectionId } from './sections.ts';
import { Services } from './services/Services.tsx';
import { Stubs } from './stubs/Stubs.tsx';
import { Templates } from './templates/Templates.tsx';
import { Variables } from './variables/Variables.tsx';

function Content({ realm, section, item }: { realm: string; section: SectionId; item: string | undefined }) {
  switch (section) {
    case 'people':
      return <Identities realm={realm} kind="user" />;
    case 'agents':
      return <Identities realm={realm} kind="agent" />;
    case 'objects':
      return <Objects realm={realm} />;
    case 'services':
      return <Services realm={realm} />;
    case 'scripts':
      return <Scripts realm={realm} />;
    case 'custom-nodes':
      return <CustomNodes realm={realm} item={item} />;
    case 'variables':
      return <Variables realm={realm} />;
    case 'email-templates':
      return <Templates realm={realm} />;
    case 'http-stubs':
      return <Stubs realm={realm} />;
    case 'backups':
      return <Backups realm={realm} />;
  }
}

/** What a realm holds beside its journeys: people and agents, settings of services, variables, templates, answers to HTTP calls. */
export default function RealmScreen({ realm, section, item }: { realm: string; section: string; item?: string | undefined }) {
  const shown = SECTIONS.find(({ id }) => id === (section === '' ? SECTIONS[0].id : section));
  useEffect(() => {
    document.title = `${shown?.label ?? 'Realm'} · ${realm} · Tandem`;
  }, [shown, realm]);
  return (
    <div className="realm">
      <AppHeader>
        <ScreenNav realm={realm} current="realm" />
      </AppHeader>
      <div className="realm-body">
        <nav className="realm-nav" aria-label="Realm">
          <div className="realm-links">
            {SECTIONS.map(({ id, label, icon: Icon }) => (
              <Link key={id} href={realmScreenPath(realm, id)} aria-current={shown?.id === id ? 'page' : undefined}>
                <Icon size={16} aria-hidden="true" />
                {label}
              </Link>
            ))}
          </div>
        </nav>
        <main className="realm-main">
          {shown ? (
            <Content key={shown.id} realm={realm} section={shown.id} item={item} />
          ) : (
            <EmptyState title="The realm has no such section" action={<Link href={realmScreenPath(realm)}>Go to the people</Link>}>
              {`There is nothing at "${section}".`}
            </EmptyState>
          )}
        </main>
      </div>
    </div>
  );
}
