// SPDX-License-Identifier: Apache-2.0
// Patients, and the practice's own people and places.
#include "sandbox/synthetic/resources.h"

#include <charconv>

namespace waybill::sandbox {

namespace {

constexpr std::string_view kIdentifierType = "http://terminology.hl7.org/CodeSystem/v2-0203";
constexpr std::string_view kRaceSystem = "urn:oid:2.16.840.1.113883.6.238";

struct Origin {
    std::string_view raceCode;
    std::string_view race;
    bool hispanic;
    std::string_view language;
    std::string_view languageName;
};
constexpr std::array<Origin, 7> kOrigins{{
    {"2106-3", "White", false, "en", "English"},
    {"2106-3", "White", false, "en", "English"},
    {"2106-3", "White", true, "es", "Spanish"},
    {"2054-5", "Black or African American", false, "en", "English"},
    {"2028-9", "Asian", false, "vi", "Vietnamese"},
    {"1002-5", "American Indian or Alaska Native", false, "en", "English"},
    {"2106-3", "White", false, "pl", "Polish"},
}};

std::string digits(Dice &dice, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + dice.below(10));
    return text;
}

std::string phone(Dice &dice, const City &city)
{
    return std::string(city.areaCode) + "-555-01" + digits(dice, 2); // 555-01xx is never given to anyone
}

void writeIdentifier(JsonLine &line, std::string_view code, std::string_view display, std::string_view system,
    std::string_view value)
{
    line.object().field("use", "usual");
    line.codeable("type", kIdentifierType, code, display)
        .field("system", system)
        .field("value", value)
        .endObject();
}

void writeTelecom(JsonLine &line, std::string_view system, std::string_view value, std::string_view use)
{
    line.object().field("system", system).field("value", value).field("use", use).endObject();
}

void writeAddress(JsonLine &line, Dice &dice, const City &city)
{
    std::string street = std::to_string(dice.between(1, 4999)) + ' ';
    street += dice.pick(streets());
    const std::string apartment =
        dice.chance(25) ? "Apt " + std::to_string(dice.between(1, 40)) : std::string();
    std::string whole = street + ", " + std::string(city.name) + ", " + std::string(city.state) + ' ';
    whole += city.zip;
    line.object()
        .field("use", "home")
        .field("type", "both")
        .field("text", whole)
        .key("line")
        .array()
        .text(street);
    if (!apartment.empty())
        line.text(apartment);
    line.endArray().field("city", city.name).field("state", city.state).field("postalCode", city.zip);
    line.field("country", "US").key("period").object();
    writeDate(line, "start", kAsOfDay - dice.between(200, 4000));
    line.endObject().endObject();
}

void writeUsCoreExtension(
    JsonLine &line, std::string_view name, std::string_view code, std::string_view display)
{
    line.object().key("extension").array().object().field("url", "ombCategory").key("valueCoding");
    line.coding(kRaceSystem, code, display).endObject();
    line.object()
        .field("url", "text")
        .field("valueString", display)
        .endObject()
        .endArray()
        .key("url")
        .raw("\"http://hl7.org/fhir/us/core/StructureDefinition/us-core-");
    line.out().append(name).append("\"");
    line.endObject();
}

void writeNarrative(JsonLine &line, const Chart &chart)
{
    std::string div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>";
    div.append(chart.givenName()).append(" ").append(chart.familyName());
    div.append(", born ");
    appendDate(div, chart.birthDay());
    div.append(", ").append(chart.city().name).append(" ").append(chart.city().state);
    div.append(". Synthetic: no such person exists.</p></div>");
    line.key("text").object().field("status", "generated").field("div", div).endObject();
}

void writeIdentifiers(JsonLine &line, const Chart &chart, Dice &dice)
{
    line.key("identifier").array();
    const std::string account = std::to_string(100'000 + chart.patient());
    writeIdentifier(line, "MR", "Medical Record Number", "urn:oid:2.16.840.1.113883.4.391.1", account);
    writeIdentifier(line, "SS", "Social Security Number", "http://hl7.org/fhir/sid/us-ssn",
        "999-" + digits(dice, 2) + '-' + digits(dice, 4)); // 9xx is never issued
    if (chart.ageYears() >= 16)
        writeIdentifier(
            line, "DL", "Driver's license number", "urn:oid:2.16.840.1.113883.4.3.25", 'S' + digits(dice, 8));
    line.endArray();
}

void writeName(JsonLine &line, std::string_view use, std::string_view family, const Chart &chart, Dice &dice)
{
    line.object().field("use", use);
    line.field("text", std::string(chart.givenName()) + ' ' + std::string(family)).field("family", family);
    line.key("given").array().text(chart.givenName());
    if (dice.chance(60))
        line.text(dice.pick(chart.isFemale() ? femaleNames() : maleNames()));
    line.endArray().endObject();
}

void writeContact(JsonLine &line, const Chart &chart, Dice &dice)
{
    const bool parent = chart.ageYears() < 18;
    line.key("contact").array().object().key("relationship").array().object().key("coding").array();
    line.coding("http://terminology.hl7.org/CodeSystem/v2-0131", parent ? "N" : "C",
        parent ? "Next-of-Kin" : "Emergency Contact");
    line.endArray().endObject().endArray().key("name").object().field("family", chart.familyName());
    line.key("given").array().text(dice.pick(femaleNames())).endArray().endObject();
    line.key("telecom").array();
    writeTelecom(line, "phone", phone(dice, chart.city()), "mobile");
    line.endArray().endObject().endArray();
}

} // namespace

void writePatient(JsonLine &line, const Chart &chart)
{
    Dice dice = chart.dice(Kind::Patient, 0);
    const Origin &origin = dice.pick(kOrigins);
    openResource(line, chart, Kind::Patient, 0, "us-core-patient");
    writeNarrative(line, chart);
    line.key("extension").array();
    writeUsCoreExtension(line, "race", origin.raceCode, origin.race);
    writeUsCoreExtension(line, "ethnicity", origin.hispanic ? "2135-2" : "2186-5",
        origin.hispanic ? "Hispanic or Latino" : "Not Hispanic or Latino");
    line.object().field("url", "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex");
    line.field("valueCode", chart.isFemale() ? "F" : "M").endObject().endArray();
    writeIdentifiers(line, chart, dice);
    line.flag("active", true).key("name").array();
    writeName(line, "official", chart.familyName(), chart, dice);
    if (chart.isFemale() && chart.ageYears() > 25 && dice.chance(40))
        writeName(line, "maiden", dice.pick(familyNames()), chart, dice);
    line.endArray().key("telecom").array();
    writeTelecom(line, "phone", phone(dice, chart.city()), "home");
    writeTelecom(line, "phone", phone(dice, chart.city()), "mobile");
    writeTelecom(line, "email", "patient" + std::to_string(chart.patient()) + "@example.com", "home");
    line.endArray().field("gender", chart.isFemale() ? "female" : "male");
    writeDate(line, "birthDate", chart.birthDay());
    if (chart.ageYears() > 70 && dice.chance(12))
        writeDate(line, "deceasedDateTime", kAsOfDay - 1);
    line.key("address").array();
    writeAddress(line, dice, chart.city());
    line.endArray();
    const bool married = chart.ageYears() > 21 && dice.chance(55);
    line.codeable("maritalStatus", "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus",
        married ? "M" : "S", married ? "Married" : "Never Married");
    writeContact(line, chart, dice);
    line.key("communication")
        .array()
        .object()
        .codeable("language", "urn:ietf:bcp:47", origin.language, origin.languageName);
    line.flag("preferred", true).endObject().endArray();
    line.key("generalPractitioner").array().object().key("reference").raw("\"Practitioner/");
    appendId(line.out(), chart.world(), kPractice, Kind::Practitioner, chart.practitioner());
    line.out() += '"';
    line.endObject().endArray();
    writeReference(line, "managingOrganization", chart.world(), kPractice, Kind::Organization, 0);
    line.endObject();
}

int countAdministrative(Kind kind)
{
    if (kind == Kind::Practitioner)
        return kPractitioners;
    return kind == Kind::Location ? kLocations : 1;
}

void writeAdministrative(JsonLine &line, const World &world, Kind kind, int index)
{
    const Chart practice(world, kPractice, Moment{std::chrono::days{kAsOfDay}});
    Dice dice = practice.dice(kind, index);
    const City &city = practice.city();
    line.object().field("resourceType", nameOf(kind)).field("id", idOf(world, kPractice, kind, index));
    line.key("meta").object();
    writeInstant(line, "lastUpdated", Moment{std::chrono::days{kAsOfDay - 900 + index}});
    line.endObject();
    const std::string npi = "9" + digits(dice, 9); // real NPIs begin with 1 or 2
    if (kind != Kind::Location) {
        line.key("identifier")
            .array()
            .object()
            .field("system", kNpi)
            .field("value", npi)
            .endObject()
            .endArray();
        line.flag("active", true);
    } else {
        line.field("status", "active");
    }
    if (kind == Kind::Practitioner) {
        const auto &given = dice.chance(50) ? dice.pick(femaleNames()) : dice.pick(maleNames());
        line.key("name").array().object().field("family", dice.pick(familyNames())).key("given").array();
        line.text(given).endArray().key("prefix").array().text("Dr.").endArray().endObject().endArray();
    } else {
        line.field("name", index == 0 ? world.practiceName : world.practiceName + ", annex");
    }
    line.key("telecom").array();
    writeTelecom(line, "phone", phone(dice, city), "work");
    line.endArray();
    if (kind == Kind::Location) {
        line.key("address");
        writeAddress(line, dice, city);
        writeReference(line, "managingOrganization", world, kPractice, Kind::Organization, 0);
    } else if (kind == Kind::Organization) {
        line.key("address").array();
        writeAddress(line, dice, city);
        line.endArray();
    }
    line.endObject();
    line.endLine();
}

} // namespace waybill::sandbox
