import './sign-in.css';
import { adminSessionSchema } from '@tandem/api';
import { LogIn } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { ProblemError, request, signedIn } from '../app/index.ts';
import { Button, TextField } from '../components/index.ts';

/** Over whatever is on screen: it goes on where it was once amadmin has signed in. */
export default function SignIn() {
  return (
    <ModalOverlay className="sign-in" isOpen isKeyboardDismissDisabled>
      <Modal className="sign-in-card">
        <Dialog className="sign-in-dialog">
          <span className="brand-mark" aria-hidden="true" />
          <Heading slot="title" className="sign-in-title">
            Sign in to Tandem
          </Heading>
          <SignInForm />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SignInForm() {
  const [userName, setUserName] = useState('amadmin');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isAsking) return;
    const form = event.currentTarget;
    setAsking(true);
    setError(undefined);
    try {
      await request('/api/session', adminSessionSchema, { method: 'POST', body: { userName, password } });
      signedIn();
    } catch (caught) {
      setError(caught instanceof ProblemError ? (caught.errors[0]?.message ?? caught.message) : (caught as Error).message);
      setAsking(false);
      form.querySelector<HTMLInputElement>('[name="password"]')?.select();
    }
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <TextField label="User name" name="username" autoComplete="username" value={userName} onChange={setUserName} isRequired />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        help="Printed by Tandem when it first started, unless TANDEM_ADMIN_PASSWORD was set."
      />
      <p className="sign-in-error" role="alert">
        {error}
      </p>
      <Button type="submit" kind="primary" icon={<LogIn size={15} aria-hidden="true" />} isIdle={isAsking}>
        Sign in
      </Button>
      <p className="dim sign-in-note">On the machine that Tandem runs on nobody has to sign in.</p>
    </form>
  );
}
