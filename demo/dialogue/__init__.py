"""Words to intent, and a session as a list of turns whose replay is what is on screen."""
