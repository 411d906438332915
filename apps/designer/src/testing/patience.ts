import { configure } from '@testing-library/react';

// A busy machine is no failure: what a test waits for may take longer than the second that the library allows.
configure({ asyncUtilTimeout: 10_000 });
