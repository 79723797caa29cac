const n = Number(require("fs").readFileSync(0, "utf8"));
const order = [];
for (let i = 2; i <= n; i += 2) order.push(i);
for (let i = 1; i <= n; i += 2) order.push(i);
console.log(n === 2 || n === 3 ? "impossible" : order.join(" "));
