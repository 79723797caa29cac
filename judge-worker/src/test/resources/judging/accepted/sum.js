const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1));
const [a, b] = require('fs').readFileSync('/dev/stdin', 'utf8').trim().split(' ').map(Number);
if (depth(100000) !== 100000) process.exit(1);
console.log(a + b);
