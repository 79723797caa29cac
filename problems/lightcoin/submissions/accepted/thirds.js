const lines = require("readline").createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const read = async () => (await lines.next()).value;

(async () => {
  let low = 1;
  let coins = Number(await read());
  while (coins > 1) {
    const third = Math.floor((coins + 1) / 3);
    console.log(`weigh ${low} ${low + third - 1} ${low + third} ${low + 2 * third - 1}`);
    const lighter = await read();
    if (lighter === ">") low += third;
    if (lighter === "=") low += 2 * third;
    coins = lighter === "=" ? coins - 2 * third : third;
  }
  console.log(`coin ${low}`);
  process.exit(0);
})();
