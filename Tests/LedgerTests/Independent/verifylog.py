"""Checks a log with pymerkle and cryptography from PyPI, which share nothing with Tenth.

    verifylog.py DIR [EARLIER-CHECKPOINT]

DIR holds checkpoint, vkey, tile/, and perhaps N.tlog-proof beside N.entry. Exits 0 only if all of it is right.
"""
import base64
import hashlib
import pathlib
import sys

import pymerkle
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def reject(why):
    print("rejected:", why)
    sys.exit(1)


def opened(message, vkey):
    """The size and root of a checkpoint whose signature is right."""
    name, key_id, key = vkey.split("+", 2)
    raw = base64.b64decode(key, validate=True)
    if hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4].hex() != key_id or raw[0] != 1:
        reject("a key that does not fit itself")
    text, _, signatures = message.rpartition("\n\n")
    text += "\n"
    start = "\u2014 " + name + " "
    blobs = [base64.b64decode(line[len(start):]) for line in signatures.splitlines() if line.startswith(start)]
    blobs = [blob for blob in blobs if blob[:4].hex() == key_id]
    if not blobs:
        reject("no signature by the log")
    for blob in blobs:
        try:
            Ed25519PublicKey.from_public_bytes(raw[1:]).verify(blob[4:], text.encode())
        except Exception:
            reject("a wrong signature")
    origin, size, root = text.splitlines()[:3]
    if origin != name:
        reject("another log's checkpoint")
    return int(size), base64.b64decode(root, validate=True)


def path(number):
    groups = ["%03d" % (number % 1000)]
    while number := number // 1000:
        groups.append("x%03d" % (number % 1000))
    return "/".join(reversed(groups))


def tiles(kind, count):
    """The files of one kind, each with how much it holds."""
    for number in range((count + 255) // 256):
        width = min(256, count - number * 256)
        yield f"tile/{kind}/{path(number)}" + ("" if width == 256 else f".p/{width}"), width


def read(folder, name):
    try:
        return (folder / name).read_bytes()
    except OSError:
        reject(f"{name} is missing")


def entries(folder, size):
    for name, width in tiles("entries", size):
        rest = read(folder, name)
        for _ in range(width):
            length = int.from_bytes(rest[:2], "big")
            if len(rest) < 2 + length:
                reject(f"{name} is cut")
            yield rest[2:2 + length]
            rest = rest[2 + length:]
        if rest:
            reject(f"{name} goes on after its last entry")


def main():
    folder = pathlib.Path(sys.argv[1])
    vkey = read(folder, "vkey").decode().strip()
    size, root = opened(read(folder, "checkpoint").decode(), vkey)

    tree = pymerkle.InmemoryTree(algorithm="sha256")
    hashes = []
    for entry in entries(folder, size):
        tree.append_entry(entry)
        hashes.append(tree.hash_buff(entry))
    if tree.get_root() != root:
        reject("the entries do not give the signed root")

    level = 0
    while hashes:
        for number, (name, width) in enumerate(tiles(level, len(hashes))):
            if read(folder, name) != b"".join(hashes[number * 256:number * 256 + width]):
                reject(f"{name} is not what the entries give")
        # Eight times pairwise, and without what is left over: the hashes of the level above.
        for _ in range(8):
            hashes = [tree.hash_pair(*hashes[i:i + 2]) for i in range(0, len(hashes) - 1, 2)]
        level += 1

    if len(sys.argv) > 2:
        earlier_size, earlier_root = opened(pathlib.Path(sys.argv[2]).read_text(), vkey)
        if earlier_size > size:
            reject("the log was cut")
        if tree.get_root(earlier_size) != earlier_root:
            reject("not a continuation of the earlier log")
        if 0 < earlier_size < size:
            proof = tree.prove_consistency(earlier_size, size)
            pymerkle.verify_consistency(earlier_root, root, proof)

    count = 0
    for file in folder.glob("*.tlog-proof"):
        count += 1
        head, _, message = file.read_text().partition("\n\n")
        lines = [line for line in head.splitlines()[1:] if not line.startswith("extra ")]
        index, proof = int(lines[0].removeprefix("index ")), [base64.b64decode(line) for line in lines[1:]]
        proof_size, proof_root = opened(message, vkey)
        if proof_size > size or tree.get_root(proof_size) != proof_root:
            reject(f"{file.name} is of another log")
        leaf = tree.hash_buff(file.with_suffix(".entry").read_bytes())
        theirs = tree.prove_inclusion(index + 1, proof_size)
        pymerkle.verify_inclusion(leaf, proof_root, theirs)
        # The same hashes; pymerkle counts the leaf in, and in an order of its own.
        expected = sorted(theirs.path)
        expected.remove(leaf)
        if sorted(proof) != expected:
            reject(f"{file.name} has other hashes than it must")
    print(f"accepted: {size} entries, {count} proofs")


main()
