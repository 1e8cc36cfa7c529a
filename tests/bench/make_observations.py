#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_observations.py FILE GIGABYTES: seeded synthetic Observations as servers write them, one a line, 0.8 to 3 KB,
one text in twenty not ASCII. The same arguments give the same file."""

import json
import random
import sys

NAMES = ["Body weight", "Glucose [Mass/volume] in Blood", "Systolic blood pressure", "Körpertemperatur", "Hämoglobin A1c",
         "Heart rate", "Oxygen saturation", "Cholesterol in LDL", "Creatinine [Mass/volume] in Serum or Plasma"]
KINDS = 2000


def observation(chance, filler):
    name = chance.choice(NAMES)
    code = f"{chance.randrange(10000, 99999)}-{chance.randrange(10)}"
    value = round(chance.uniform(1, 200), chance.randrange(5))
    when = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}T08:15:30.000-05:00"
    coding = [{"system": "http://loinc.org", "code": code, "display": name}]
    resource = {
        "resourceType": "Observation", "id": "@ID@",
        "meta": {"versionId": "1", "lastUpdated": when,
                 "profile": ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab"]},
        "status": "final",
        "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category",
                                  "code": "laboratory", "display": "Laboratory"}], "text": "Laboratory"}],
        "code": {"coding": coding, "text": name},
        "subject": {"reference": f"Patient/{chance.getrandbits(64):016x}", "display": "Synthetic, Patient"},
        "encounter": {"reference": f"Encounter/{chance.getrandbits(64):016x}"},
        "effectiveDateTime": when, "issued": when,
        "performer": [{"reference": f"Practitioner/{chance.getrandbits(64):016x}"}],
        "valueQuantity": {"value": value, "unit": "mg/dL", "system": "http://unitsofmeasure.org", "code": "mg/dL"},
        "referenceRange": [{"low": {"value": 10}, "high": {"value": 99.5}}]}
    if filler:
        resource["note"] = [{"text": "Patient was asked to repeat the \"measurement\" after fasting. " * filler}]
    return json.dumps(resource, ensure_ascii=False, separators=(",", ":")) + "\n"


def main():
    chance = random.Random(20261123)
    lines = [observation(chance, chance.choice([0] * 15 + [5, 15, 30])) for _ in range(KINDS)]
    halves = [tuple(part.encode() for part in line.split("@ID@")) for line in lines]
    left, number = int(float(sys.argv[2]) * 1e9), 0
    with open(sys.argv[1], "wb") as file:
        while left > 0:
            block = []
            for before, after in halves:
                block.append(b"%sobs-%032x%s" % (before, number * 0x9E3779B97F4A7C15 % (1 << 128), after))
                number += 1
            text = b"".join(block)
            file.write(text)
            left -= len(text)


if __name__ == "__main__":
    main()
