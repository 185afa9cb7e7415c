"""What came of one request."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional


@dataclass(frozen=True)
class Received:
    """A message, the channel it came by, and when it came."""

    channel: str
    message: Dict[str, Any]
    at: float

    @property
    def type(self) -> str:
        return self.message['header']['msg_type']

    @property
    def content(self) -> Dict[str, Any]:
        return self.message['content']

    @property
    def parent(self) -> Optional[str]:
        return self.message['parent_header'].get('msg_id')


@dataclass(frozen=True)
class Answer:
    """A request's reply, and what was broadcast for it, in the order of arrival."""

    received: Received
    broadcasts: List[Received] = field(default_factory=list)

    @property
    def reply(self) -> Dict[str, Any]:
        return self.received.content

    @property
    def status(self) -> str:
        return self.reply['status']

    def of(self, *types: str) -> List[Dict[str, Any]]:
        """The contents of the broadcasts of these types."""
        return [one.content for one in self.broadcasts if one.type in types]

    def stream(self, name: str = 'stdout') -> str:
        """What was printed."""
        return ''.join(content['text'] for content in self.of('stream') if content['name'] == name)

    @property
    def result(self) -> Optional[str]:
        """The value of the last expression, as text."""
        results = self.of('execute_result')
        return without_colours(results[-1]['data'].get('text/plain', '')) if results else None

    @property
    def shown(self) -> str:
        """The value of the last expression, or what was printed: some kernels print their results."""
        return self.result or without_colours(self.stream())

    @property
    def trace(self) -> str:
        """What the reader sees of an error."""
        return without_colours('\n'.join(line for error in self.of('error') for line in error['traceback']))


def without_colours(text: str) -> str:
    """A text without the codes that colour it on a terminal."""
    return re.sub(r'\x1b\[[0-9;]*m', '', text)
