// SPDX-License-Identifier: Apache-2.0
// What a visit leaves behind: the encounter, conditions, allergies, procedures, prescriptions, shots.
#include "sandbox/synthetic/resources.h"

#include <algorithm>

namespace waybill::sandbox {

namespace {

constexpr std::string_view kTerminology = "http://terminology.hl7.org/CodeSystem/";

std::string system(std::string_view name)
{
    return std::string(kTerminology).append(name);
}

void writeStatusConcept(
    JsonLine &line, std::string_view name, std::string_view codeSystem, std::string_view code)
{
    line.key(name).object().key("coding").array().coding(system(codeSystem), code, {}).endArray().endObject();
}

void writePractitioner(JsonLine &line, std::string_view name, const Chart &chart)
{
    writeReference(line, name, chart.world(), kPractice, Kind::Practitioner, chart.practitioner());
}

void writePeriod(JsonLine &line, std::string_view name, Moment start, std::chrono::minutes length)
{
    line.key(name).object();
    writeInstant(line, "start", start);
    writeInstant(line, "end", start + length);
    line.endObject();
}

} // namespace

void writeEncounter(JsonLine &line, const Chart &chart, int index)
{
    Dice dice(mix(chart.dice(Kind::Encounter, index).next()));
    const bool child = chart.ageYears() < 12 && dice.chance(50);
    const Code &reason =
        child ? visitReasons().back() : visitReasons()[static_cast<std::size_t>(dice.below(6))];
    const Moment start = chart.visitStart(index);
    const std::chrono::minutes length{dice.between(10, 50)};
    openResource(line, chart, Kind::Encounter, index, "us-core-encounter");
    line.key("identifier").array().object().field("use", "official");
    line.field("system", "urn:oid:2.16.840.1.113883.4.391.3");
    line.field("value", idOf(chart.world(), chart.patient(), Kind::Encounter, index)).endObject().endArray();
    line.field("status", "finished").key("class");
    line.coding(system("v3-ActCode"), "AMB", "ambulatory").key("type").array().object().key("coding").array();
    line.coding(kSnomed, reason.code, reason.display)
        .endArray()
        .field("text", reason.display)
        .endObject()
        .endArray();
    writePatientReference(line, "subject", chart);
    line.key("participant").array().object().key("type").array().object().key("coding").array();
    line.coding(system("v3-ParticipationType"), "PPRF", "primary performer")
        .endArray()
        .endObject()
        .endArray();
    writePeriod(line, "period", start, length);
    writePractitioner(line, "individual", chart);
    line.endObject().endArray();
    writePeriod(line, "period", start, length);
    line.key("location").array().object();
    writeReference(line, "location", chart.world(), kPractice, Kind::Location, dice.below(kLocations));
    line.endObject().endArray();
    writeReference(line, "serviceProvider", chart.world(), kPractice, Kind::Organization, 0);
    line.endObject();
}

void writeCondition(JsonLine &line, const Chart &chart, int index)
{
    const Problem &problem = problems()[static_cast<std::size_t>(chart.problem(index))];
    const Moment seen = chart.visitStart(chart.visitOf(index));
    openResource(line, chart, Kind::Condition, index,
        problem.chronic ? "us-core-condition-problems-health-concerns"
                        : "us-core-condition-encounter-diagnosis");
    writeStatusConcept(line, "clinicalStatus", "condition-clinical", problem.chronic ? "active" : "resolved");
    writeStatusConcept(line, "verificationStatus", "condition-ver-status", "confirmed");
    line.key("category").array().object().key("coding").array();
    line.coding(system("condition-category"), problem.chronic ? "problem-list-item" : "encounter-diagnosis",
        problem.chronic ? "Problem List Item" : "Encounter Diagnosis");
    line.endArray().endObject().endArray();
    line.key("code").object().key("coding").array().coding(kSnomed, problem.snomed, problem.display);
    line.coding(kIcd10, problem.icd10, problem.icdDisplay)
        .endArray()
        .field("text", problem.icdDisplay)
        .endObject();
    writePatientReference(line, "subject", chart);
    writeVisitReference(line, chart, index);
    writeInstant(line, "onsetDateTime", seen - std::chrono::days{3});
    if (!problem.chronic)
        writeInstant(line, "abatementDateTime", seen + std::chrono::days{10});
    writeInstant(line, "recordedDate", seen);
    writePractitioner(line, "recorder", chart);
    line.endObject();
}

void writeAllergyIntolerance(JsonLine &line, const Chart &chart, int index)
{
    Dice dice = chart.dice(Kind::AllergyIntolerance, index);
    const Substance &substance = dice.pick(substances());
    openResource(line, chart, Kind::AllergyIntolerance, index, "us-core-allergyintolerance");
    writeStatusConcept(line, "clinicalStatus", "allergyintolerance-clinical", "active");
    writeStatusConcept(line, "verificationStatus", "allergyintolerance-verification", "confirmed");
    line.field("type", "allergy").key("category").array().text(substance.category).endArray();
    line.field("criticality", dice.chance(20) ? "high" : "low");
    line.codeable("code", substance.system, substance.code, substance.display);
    writePatientReference(line, "patient", chart);
    writeVisitReference(line, chart, index);
    writeInstant(line, "recordedDate", chart.visitStart(chart.visitOf(index)));
    writePractitioner(line, "recorder", chart);
    line.key("reaction").array().object().key("manifestation").array().object().key("coding").array();
    line.coding(kSnomed, substance.reaction, substance.reactionText).endArray();
    line.field("text", substance.reactionText).endObject().endArray();
    line.field("severity", dice.chance(25) ? "moderate" : "mild").endObject().endArray().endObject();
}

void writeProcedure(JsonLine &line, const Chart &chart, int index)
{
    Dice dice = chart.dice(Kind::Procedure, index);
    const Code &code = dice.pick(procedures());
    openResource(line, chart, Kind::Procedure, index, "us-core-procedure");
    line.field("status", "completed").codeable("code", kSnomed, code.code, code.display);
    writePatientReference(line, "subject", chart);
    writeVisitReference(line, chart, index);
    writePeriod(line, "performedPeriod", chart.visitStart(chart.visitOf(index)) + std::chrono::minutes{5},
        std::chrono::minutes{dice.between(5, 35)});
    line.key("performer").array().object();
    writePractitioner(line, "actor", chart);
    line.endObject().endArray();
    writeReference(line, "location", chart.world(), kPractice, Kind::Location, dice.below(kLocations));
    line.endObject();
}

void writeMedicationRequest(JsonLine &line, const Chart &chart, int index)
{
    Dice dice = chart.dice(Kind::MedicationRequest, index);
    const int conditions = chart.count(Kind::Condition);
    const int reason = conditions > 0 ? index % conditions : -1;
    int medication =
        reason >= 0 ? problems()[static_cast<std::size_t>(chart.problem(reason))].medication : -1;
    const bool forReason = medication >= 0;
    if (!forReason)
        medication = 8 + dice.below(2); // something for the pain
    const Medication &drug = medications()[static_cast<std::size_t>(medication)];
    openResource(line, chart, Kind::MedicationRequest, index, "us-core-medicationrequest");
    line.field("status", dice.chance(30) ? "active" : "completed")
        .field("intent", "order")
        .key("category")
        .array();
    line.object().key("coding").array();
    line.coding(system("medicationrequest-category"), "community", "Community").endArray();
    line.field("text", "Community").endObject().endArray();
    line.codeable("medicationCodeableConcept", kRxNorm, drug.rxNorm, drug.display);
    writePatientReference(line, "subject", chart);
    writeVisitReference(line, chart, index);
    writeInstant(line, "authoredOn", chart.visitStart(chart.visitOf(index)) + std::chrono::minutes{12});
    writePractitioner(line, "requester", chart);
    if (forReason) {
        line.key("reasonReference").array().object().key("reference").raw("\"Condition/");
        appendId(line.out(), chart.world(), chart.patient(), Kind::Condition, reason);
        line.out() += '"';
        line.endObject().endArray();
    }
    line.key("dosageInstruction").array().object().key("sequence").number(1).field("text", drug.directions);
    line.key("timing").object().key("repeat").object().key("frequency").number(dice.between(1, 3));
    line.key("period").decimal(10, 1).field("periodUnit", "d").endObject().endObject();
    line.flag("asNeededBoolean", !forReason).endObject().endArray();
    line.key("dispenseRequest").object().key("numberOfRepeatsAllowed").number(dice.below(6));
    line.key("quantity").object().key("value").decimal(3000, 2).field("unit", "tablet").endObject();
    line.endObject().endObject();
}

void writeImmunization(JsonLine &line, const Chart &chart, int index)
{
    Dice dice = chart.dice(Kind::Immunization, index);
    const bool child = chart.ageYears() < 18;
    const auto suits = [child](const Vaccine &vaccine) { return vaccine.forChildren == child; };
    const auto first = std::find_if(vaccines().begin(), vaccines().end(), suits);
    const auto choices = static_cast<int>(std::count_if(vaccines().begin(), vaccines().end(), suits));
    const Vaccine influenza{"140", "Influenza, seasonal, injectable, preservative free", false};
    const Vaccine &vaccine = index % 2 == 0 ? influenza : *(first + dice.below(choices));
    openResource(line, chart, Kind::Immunization, index, "us-core-immunization");
    line.field("status", "completed").codeable("vaccineCode", kCvx, vaccine.cvx, vaccine.display);
    writePatientReference(line, "patient", chart);
    writeVisitReference(line, chart, index);
    writeInstant(
        line, "occurrenceDateTime", chart.visitStart(chart.visitOf(index)) + std::chrono::minutes{20});
    line.flag("primarySource", true).field("lotNumber", "L" + std::to_string(dice.between(10'000, 99'999)));
    line.codeable("site", system("v3-ActSite"), "LA", "left arm");
    line.key("doseQuantity").object().key("value").decimal(50, 2).field("unit", "mL").field("system", kUcum);
    line.field("code", "mL").endObject();
    writeReference(line, "location", chart.world(), kPractice, Kind::Location, dice.below(kLocations));
    line.endObject();
}

} // namespace waybill::sandbox
