/** A process of the tests: stands until it is told to stop, or fails in the way it is asked to. */
import { createLogger } from '../src/log';
import { runProcess } from '../src/http/run-process';

const kind = process.argv[2];
const log = createLogger('test', 'info');

void runProcess(log, async () => {
  if (kind === 'failing') throw new Error('no port is free');
  const alive = setInterval(() => undefined, 1000);
  if (kind === 'rejecting') setTimeout(() => void Promise.reject(new Error('nobody caught me')), 10);
  console.log('stands');
  return {
    stop: async () => {
      clearInterval(alive);
      console.log('stopped cleanly');
    },
  };
});
