// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

/// A hand-picked table of well-known codes. Displays are the terminologies' own.
/// SNOMED CT, LOINC, RxNorm, CVX and ICD-10-CM; no CPT, which may not be redistributed.
namespace waybill::sandbox {

inline constexpr std::string_view kSnomed = "http://snomed.info/sct";
inline constexpr std::string_view kLoinc = "http://loinc.org";
inline constexpr std::string_view kRxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
inline constexpr std::string_view kCvx = "http://hl7.org/fhir/sid/cvx";
inline constexpr std::string_view kIcd10 = "http://hl7.org/fhir/sid/icd-10-cm";
inline constexpr std::string_view kUcum = "http://unitsofmeasure.org";
inline constexpr std::string_view kNpi = "http://hl7.org/fhir/sid/us-npi";

struct Code {
    std::string_view code;
    std::string_view display;
};

struct Medication {
    std::string_view rxNorm;
    std::string_view display;
    std::string_view directions;
};

struct Problem {
    std::string_view snomed;
    std::string_view display;
    std::string_view icd10;
    std::string_view icdDisplay;
    int leastAge; ///< years
    bool chronic;
    int medication; ///< index into medications(), -1 = none
};

struct Substance {
    std::string_view system;
    std::string_view code;
    std::string_view display;
    std::string_view category; ///< medication | food | environment
    std::string_view reaction; ///< SNOMED code
    std::string_view reactionText;
};

/// A measurement with its usual range, scaled by 10^places.
struct Measurement {
    std::string_view loinc;
    std::string_view display;
    std::string_view unit; ///< UCUM; empty = the answer is a code
    bool laboratory;
    int places;
    int low; ///< of the reference range
    int high;
    int least; ///< of generated values
    int most;
};

struct Vaccine {
    std::string_view cvx;
    std::string_view display;
    bool forChildren;
};

std::span<const Medication> medications();
std::span<const Problem> problems();
std::span<const Substance> substances();
std::span<const Measurement> measurements();
std::span<const Vaccine> vaccines();
std::span<const Code> procedures();
std::span<const Code> visitReasons();

/// Positions in problems() that groups are made of.
inline constexpr int kDiabetes = 1;
inline constexpr int kAsthma = 3;

} // namespace waybill::sandbox
