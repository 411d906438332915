import type { ConfigField } from '../config.ts';

const GROUP = 'Mail server';

/**
 * Settings of the mail server that AM sends one-time passwords through (AM 8.0.2 source, OtpNodeBaseConfig). A simulation sends nothing: they are
 * kept and shown, and the sender's address is used.
 */
export const gatewayFields = {
  server: {
    hostName: { kind: 'string', label: 'Mail Server Host Name', required: true, group: GROUP },
    hostPort: { kind: 'integer', label: 'Mail Server Host Port', required: true, min: 0, max: 65_535, placeholder: '465', group: GROUP },
    username: { kind: 'string', label: 'Mail Server Authentication Username', group: GROUP },
    fromEmailAddress: { kind: 'string', label: 'Email From Address', required: true, group: GROUP, help: 'Address that the message comes from.' },
  },
  gateway: {
    sslOption: {
      kind: 'enum',
      label: 'Mail Server Secure Connection',
      default: 'SSL',
      group: GROUP,
      options: [
        { value: 'NON_SSL', label: 'NON SSL/TLS' },
        { value: 'SSL', label: 'SSL/TLS' },
        { value: 'START_TLS', label: 'Start TLS' },
      ],
    },
    smsGatewayImplementationClass: {
      kind: 'string',
      label: 'Gateway Implementation Class',
      default: 'com.sun.identity.authentication.modules.hotp.DefaultSMSGatewayImpl',
      group: GROUP,
    },
  },
} satisfies Record<string, Record<string, ConfigField>>;
