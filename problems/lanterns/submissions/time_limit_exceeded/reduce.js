// Walks along the wall for each guest: 2 * 10^9 lanterns in the largest test.
const numbers = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const [n, q] = numbers;
const brightness = numbers.slice(2, 2 + n);
const out = [];
for (let i = 0; i < q; i++) {
    const left = numbers[2 + n + 2 * i];
    const right = numbers[3 + n + 2 * i];
    out.push(brightness.slice(left - 1, right).reduce((sum, b) => sum + b, 0));
}
console.log(out.join("\n"));
