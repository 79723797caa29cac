// Greets rightly, then fails: a good output does not make up for a bad exit.
const name = require("fs").readFileSync(0, "utf8").trim();
console.log(`Hello, ${name}!`);
throw new Error(`no visitor called ${name} is expected`);
