// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/synthetic/chart.h"
#include "sandbox/synthetic/json_line.h"

/// One resource, one line of NDJSON, in US Core's shape.
namespace waybill::sandbox {

/// Any of a patient's own kinds; 0 <= index < chart.count(kind).
void writeResource(JsonLine &line, const Chart &chart, Kind kind, int index);
/// Practitioner, Organization, Location.
void writeAdministrative(JsonLine &line, const World &world, Kind kind, int index);
int countAdministrative(Kind kind);
/// A transaction Bundle that deletes one resource (Bulk Data 2.0, `deleted`).
void writeDeletion(JsonLine &line, const Chart &chart);
/// The Parameters resource before a patient's block (Bulk Data 3.0, organizeOutputBy).
void writeBlockHeader(JsonLine &line, const Chart &chart);
/// An OperationOutcome for the manifest's error[].
void writeOutcome(
    JsonLine &line, std::string_view severity, std::string_view code, std::string_view diagnostics);

// One writer per kind, each in the file of its subject.
void writePatient(JsonLine &line, const Chart &chart);
void writeEncounter(JsonLine &line, const Chart &chart, int index);
void writeCondition(JsonLine &line, const Chart &chart, int index);
void writeAllergyIntolerance(JsonLine &line, const Chart &chart, int index);
void writeProcedure(JsonLine &line, const Chart &chart, int index);
void writeObservation(JsonLine &line, const Chart &chart, int index);
void writeMedicationRequest(JsonLine &line, const Chart &chart, int index);
void writeImmunization(JsonLine &line, const Chart &chart, int index);

// What many of them share.
/// resourceType, id and meta; the object stays open.
void openResource(JsonLine &line, const Chart &chart, Kind kind, int index, std::string_view profile);
void writeReference(
    JsonLine &line, std::string_view name, const World &world, std::int64_t patient, Kind kind, int index);
void writePatientReference(JsonLine &line, std::string_view name, const Chart &chart);
void writeVisitReference(JsonLine &line, const Chart &chart, int index);
void writeInstant(JsonLine &line, std::string_view name, Moment moment);
void writeDate(JsonLine &line, std::string_view name, std::int64_t days);
/// Patient -1 in references: the practice's own resources.
inline constexpr std::int64_t kPractice = -1;

} // namespace waybill::sandbox
