"""Serves an application on loopback until told to stop, as `femma run` does. The address is printed."""

from __future__ import annotations

import asyncio
import signal

from aiohttp import web


async def serve(app: web.Application) -> None:
    """Until SIGTERM. Prints `listens on http://127.0.0.1:<port>` when it can be called."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    print(f"listens on http://127.0.0.1:{runner.addresses[0][1]} ", flush=True)
    await stop.wait()
    await runner.cleanup()
