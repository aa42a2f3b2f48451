"""A client before several copies: where one is gone, it asks the same thing of another, with the same mark."""

import time

from client import Gone
from load import PAUSE, Player


class Wanderer(Player):
    """The proxy's part: every copy must take over what another left unanswered, sessions and marks included."""

    ports: list[int] = []

    def step(self):
        try:
            super().step()
        except Gone:
            self.move_on()

    def move_on(self):
        self.port = self.chance.choice([port for port in self.ports if port != self.port])
        for person in self.people.values():
            person.hang_up()
            person.port = self.port
        time.sleep(PAUSE)
