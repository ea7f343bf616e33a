// ELK's own worker: it listens for messages as soon as it is loaded.
import 'elkjs/lib/elk-worker.min.js';
