require("fs").writeSync(2, "x".repeat(3 << 20))
