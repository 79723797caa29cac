// Believes that with enough stones only the parity of their weight matters.
const [, ...weights] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const total = weights.reduce((sum, weight) => sum + weight, 0);
console.log(Math.max(total % 2, 2 * Math.max(...weights) - total));
