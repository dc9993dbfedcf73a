"""An invented but lifelike world: an X archive of any size, and the people of `hobnob demo`."""
