import type { Archetype } from './archetype.ts';
import { backchannelLogin } from './kinds/backchannelLogin.ts';
import { cibaPush } from './kinds/cibaPush.ts';
import { emailOtp } from './kinds/emailOtp.ts';
import { helpDesk } from './kinds/helpDesk.ts';
import { magicLink } from './kinds/magicLink.ts';
import { passwordReset } from './kinds/passwordReset.ts';
import { registration } from './kinds/registration.ts';
import { userNameAndPassword } from './kinds/userNameAndPassword.ts';

/** Every kind of journey to start with, pairs first. */
export const archetypes: readonly Archetype[] = [
  helpDesk,
  backchannelLogin,
  cibaPush,
  userNameAndPassword,
  emailOtp,
  magicLink,
  registration,
  passwordReset,
];
