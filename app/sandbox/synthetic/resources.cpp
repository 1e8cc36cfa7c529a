// SPDX-License-Identifier: Apache-2.0
#include "sandbox/synthetic/resources.h"

namespace waybill::sandbox {

void openResource(JsonLine &line, const Chart &chart, Kind kind, int index, std::string_view profile)
{
    line.object().field("resourceType", nameOf(kind)).key("id").raw("\"");
    appendId(line.out(), chart.world(), chart.patient(), kind, index);
    line.out() += '"';
    line.key("meta").object().field("versionId", "1");
    writeInstant(line, "lastUpdated", chart.lastUpdated(kind, index));
    line.key("profile").array().raw("\"http://hl7.org/fhir/us/core/StructureDefinition/");
    line.out().append(profile).append("\"");
    line.endArray().endObject();
}

void writeReference(
    JsonLine &line, std::string_view name, const World &world, std::int64_t patient, Kind kind, int index)
{
    line.key(name).object().key("reference").raw("\"");
    line.out().append(nameOf(kind)).append("/");
    appendId(line.out(), world, patient, kind, index);
    line.out() += '"';
    line.endObject();
}

void writePatientReference(JsonLine &line, std::string_view name, const Chart &chart)
{
    writeReference(line, name, chart.world(), chart.patient(), Kind::Patient, 0);
}

void writeVisitReference(JsonLine &line, const Chart &chart, int index)
{
    writeReference(line, "encounter", chart.world(), chart.patient(), Kind::Encounter, chart.visitOf(index));
}

void writeInstant(JsonLine &line, std::string_view name, Moment moment)
{
    line.key(name).raw("\"");
    appendInstant(line.out(), moment);
    line.out() += '"';
}

void writeDate(JsonLine &line, std::string_view name, std::int64_t days)
{
    line.key(name).raw("\"");
    appendDate(line.out(), days);
    line.out() += '"';
}

void writeResource(JsonLine &line, const Chart &chart, Kind kind, int index)
{
    switch (kind) {
    case Kind::Patient: writePatient(line, chart); break;
    case Kind::Encounter: writeEncounter(line, chart, index); break;
    case Kind::Condition: writeCondition(line, chart, index); break;
    case Kind::AllergyIntolerance: writeAllergyIntolerance(line, chart, index); break;
    case Kind::Procedure: writeProcedure(line, chart, index); break;
    case Kind::Observation: writeObservation(line, chart, index); break;
    case Kind::MedicationRequest: writeMedicationRequest(line, chart, index); break;
    case Kind::Immunization: writeImmunization(line, chart, index); break;
    case Kind::Location:
    case Kind::Organization:
    case Kind::Practitioner: writeAdministrative(line, chart.world(), kind, index); return;
    case Kind::Group: return;
    }
    line.endLine();
}

void writeDeletion(JsonLine &line, const Chart &chart)
{
    // One more than there are conditions: an id that is in no output file (BD-201).
    std::string url = "Condition/";
    appendId(url, chart.world(), chart.patient(), Kind::Condition, chart.count(Kind::Condition) + 1);
    line.object().field("resourceType", "Bundle").key("id").raw("\"");
    appendId(line.out(), chart.world(), chart.patient(), Kind::Group, 0);
    line.out() += '"';
    line.key("meta").object();
    writeInstant(line, "lastUpdated", chart.deletedAt());
    line.endObject().field("type", "transaction").key("entry").array().object().key("request").object();
    line.field("method", "DELETE").field("url", url).endObject().endObject().endArray().endObject();
    line.endLine();
}

void writeBlockHeader(JsonLine &line, const Chart &chart)
{
    line.object()
        .field("resourceType", "Parameters")
        .key("parameter")
        .array()
        .object()
        .field("name", "header");
    writePatientReference(line, "valueReference", chart);
    line.endObject().endArray().endObject();
    line.endLine();
}

void writeOutcome(
    JsonLine &line, std::string_view severity, std::string_view code, std::string_view diagnostics)
{
    line.object().field("resourceType", "OperationOutcome").key("issue").array().object();
    line.field("severity", severity).field("code", code).field("diagnostics", diagnostics);
    line.endObject().endArray().endObject();
    line.endLine();
}

} // namespace waybill::sandbox
