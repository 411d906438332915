// Loaded into a server that is measured: tells its memory after a garbage collection when it is asked.
process.on('message', () => {
  // The second one frees what the first one's finalizers let go.
  for (let n = 0; n < 2; n++) globalThis.gc();
  process.send(process.memoryUsage());
});
// A measured server ends as any other does.
process.channel.unref();
