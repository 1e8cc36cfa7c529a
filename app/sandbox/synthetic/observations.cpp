// SPDX-License-Identifier: Apache-2.0
// Vital signs, laboratory results and smoking status.
#include "sandbox/synthetic/resources.h"

#include <algorithm>

namespace waybill::sandbox {

namespace {

constexpr std::string_view kCategory = "http://terminology.hl7.org/CodeSystem/observation-category";
constexpr std::string_view kInterpretation =
    "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
constexpr std::string_view kBloodPressure = "85354-9";
constexpr std::string_view kWeight = "29463-7";
constexpr std::string_view kHeight = "8302-2";

/// Height in tenths of a centimetre: one number per person, children by age.
int heightTenths(const Chart &chart)
{
    Dice dice = chart.dice(Kind::Patient, 1);
    const int grown = dice.between(chart.isFemale() ? 1520 : 1640, chart.isFemale() ? 1760 : 1920);
    const int age = chart.ageYears();
    return age >= 18 ? grown : 560 + (grown - 560) * (age + 1) / 19;
}

int valueOf(const Measurement &measurement, const Chart &chart, Dice &dice)
{
    if (measurement.loinc == kHeight)
        return heightTenths(chart);
    if (measurement.loinc == kWeight) { // hundredths of a kilogram, for a body mass index of 19 to 36
        const std::int64_t height = heightTenths(chart);
        return static_cast<int>(height * height * (190 + chart.dice(Kind::Patient, 2).below(170)) / 100'000)
            + dice.between(-150, 150);
    }
    return dice.between(measurement.least, measurement.most);
}

void writeQuantity(JsonLine &line, std::string_view name, std::int64_t value, const Measurement &measurement)
{
    line.key(name).object().key("value").decimal(value, measurement.places).field("unit", measurement.unit);
    line.field("system", kUcum).field("code", measurement.unit).endObject();
}

void writeBloodPressure(JsonLine &line, Dice &dice, const Measurement &measurement)
{
    const int systolic = dice.between(measurement.least, measurement.most);
    const int diastolic = systolic * dice.between(56, 68) / 100;
    line.key("component").array();
    for (const bool upper : {true, false}) {
        line.object().codeable("code", kLoinc, upper ? "8480-6" : "8462-4",
            upper ? "Systolic blood pressure" : "Diastolic blood pressure");
        writeQuantity(line, "valueQuantity", upper ? systolic : diastolic, measurement);
        line.endObject();
    }
    line.endArray();
}

void writeInterpretation(JsonLine &line, std::string_view code, std::string_view display)
{
    line.key("interpretation").array().object().key("coding").array().coding(kInterpretation, code, display);
    line.endArray().field("text", display).endObject().endArray();
}

void writeMeasured(JsonLine &line, const Chart &chart, Dice &dice, const Measurement &measurement)
{
    const int value = valueOf(measurement, chart, dice);
    writeQuantity(line, "valueQuantity", value, measurement);
    if (measurement.high == 0)
        return;
    if (value > measurement.high)
        writeInterpretation(line, "H", "High");
    else if (value < measurement.low)
        writeInterpretation(line, "L", "Low");
    else
        writeInterpretation(line, "N", "Normal");
    line.key("referenceRange").array().object();
    writeQuantity(line, "low", measurement.low, measurement);
    writeQuantity(line, "high", measurement.high, measurement);
    line.endObject().endArray();
}

void writeSmoking(JsonLine &line, Dice &dice)
{
    constexpr std::array<Code, 3> kAnswers{{{"266919005", "Never smoked tobacco (finding)"},
        {"8517006", "Ex-smoker (finding)"}, {"77176002", "Smoker (finding)"}}};
    const Code &answer = dice.pick(kAnswers);
    line.codeable("valueCodeableConcept", kSnomed, answer.code, answer.display);
}

std::string_view categoryOf(const Measurement &measurement)
{
    if (measurement.unit.empty())
        return "social-history";
    return measurement.laboratory ? "laboratory" : "vital-signs";
}

} // namespace

void writeObservation(JsonLine &line, const Chart &chart, int index)
{
    Dice dice = chart.dice(Kind::Observation, index);
    const int round = index / chart.count(Kind::Encounter);
    const auto kinds = static_cast<int>(measurements().size());
    const Measurement &measurement =
        measurements()[static_cast<std::size_t>((chart.visitOf(index) * 5 + round) % kinds)];
    const Moment taken = chart.visitStart(chart.visitOf(index)) + std::chrono::minutes{5 + round};
    openResource(line, chart, Kind::Observation, index,
        measurement.laboratory ? "us-core-observation-lab" : "us-core-vital-signs");
    line.field("status", "final").key("category").array().object().key("coding").array();
    line.coding(kCategory, categoryOf(measurement), {}).endArray().endObject().endArray();
    line.codeable("code", kLoinc, measurement.loinc, measurement.display);
    writePatientReference(line, "subject", chart);
    writeVisitReference(line, chart, index);
    writeInstant(line, "effectiveDateTime", taken);
    writeInstant(line, "issued", taken + std::chrono::milliseconds{1 + dice.below(90'000)});
    line.key("performer").array().object().key("reference").raw("\"Practitioner/");
    appendId(line.out(), chart.world(), kPractice, Kind::Practitioner, chart.practitioner());
    line.out() += '"';
    line.endObject().endArray();
    if (measurement.unit.empty())
        writeSmoking(line, dice);
    else if (measurement.loinc == kBloodPressure)
        writeBloodPressure(line, dice, measurement);
    else
        writeMeasured(line, chart, dice, measurement);
    line.endObject();
}

} // namespace waybill::sandbox
