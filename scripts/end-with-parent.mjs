// Loaded before a program that a start runs: when the start is killed, its channel closes.
process.once('disconnect', () => process.exit(1))
