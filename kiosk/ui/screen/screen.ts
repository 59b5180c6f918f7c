// A screen of the room: everything that a visitor sees.
import './shell.js';
