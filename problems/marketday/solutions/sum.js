const [n, ...a] = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const seen = new Map([[0, 1]]);
let sum = 0;
for (let i = 1; i <= n; i++) {
  sum = (sum + a[i - 1]) % n;
  if (seen.has(sum)) {
    console.log(seen.get(sum), i);
    break;
  }
  seen.set(sum, i + 1);
}
