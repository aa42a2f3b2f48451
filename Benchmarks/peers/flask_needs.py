"""Flask with Jinja2 and rows of sqlite3 as they come."""

import datetime
import os
import sqlite3
import threading

from flask import Flask, abort, redirect, render_template, request

application = Flask(__name__)
local = threading.local()


def database() -> sqlite3.Connection:
    if not hasattr(local, "database"):
        local.database = sqlite3.connect(os.environ["PEER_DATABASE"], isolation_level=None, timeout=30)
        local.database.row_factory = sqlite3.Row
        local.database.execute("PRAGMA synchronous = FULL")
    return local.database


@application.get("/hello")
def hello():
    return "ok", {"Content-Type": "text/plain"}


@application.get("/needs")
def needs():
    before = request.args.get("before", 1 << 62, int)
    rows = database().execute(
        "SELECT number, words, sort, grid, state, made FROM need WHERE number < ? ORDER BY number DESC LIMIT 20",
        (before,)).fetchall()
    return render_template("list.html", needs=rows, last=rows[-1]["number"] if rows else 0)


@application.get("/needs/<int:number>")
def need(number: int):
    row = database().execute("SELECT number, words, sort, grid, state FROM need WHERE number = ?", (number,)).fetchone()
    if row is None:
        abort(404)
    steps = database().execute("SELECT state, made FROM step WHERE need_id = ? ORDER BY id", (number,)).fetchall()
    return render_template("item.html", need=row, steps=steps)


@application.post("/needs/new")
def create():
    words, grid = request.form["words"].strip(), request.form["grid"]
    if not words or len(words) > 2000:
        abort(422)
    made = datetime.datetime.now().strftime("%Y-%m-%d %H:%M")
    store = database()
    store.execute("BEGIN IMMEDIATE")
    try:
        number = store.execute(
            "INSERT INTO need (words, sort, grid, state, made) VALUES (?, '邻里', ?, '提出', ?)",
            (words, grid, made)).lastrowid
        store.execute("INSERT INTO step (need_id, state, made) VALUES (?, '提出', ?)", (number, made))
    except BaseException:
        store.execute("ROLLBACK")
        raise
    store.execute("COMMIT")
    return redirect(f"/needs/{number}")
