// SPDX-License-Identifier: Apache-2.0
#include "sandbox/synthetic/codes.h"

#include <array>

namespace waybill::sandbox {

namespace {

constexpr std::array kMedications{
    Medication{"314076", "lisinopril 10 MG Oral Tablet", "Take 1 tablet by mouth once daily"},
    Medication{"860975", "24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet",
        "Take 1 tablet by mouth with the evening meal"},
    Medication{"312961", "simvastatin 20 MG Oral Tablet", "Take 1 tablet by mouth at bedtime"},
    Medication{"351137", "albuterol 0.21 MG/ML Inhalation Solution",
        "Inhale 3 mL by nebulizer every 6 hours as needed for wheezing"},
    Medication{"310798", "hydrochlorothiazide 25 MG Oral Tablet", "Take 1 tablet by mouth every morning"},
    Medication{"866412", "24 HR metoprolol succinate 100 MG Extended Release Oral Tablet",
        "Take 1 tablet by mouth once daily; do not crush"},
    Medication{"904419", "alendronic acid 10 MG Oral Tablet",
        "Take 1 tablet by mouth every morning with a full glass of water"},
    Medication{
        "308192", "amoxicillin 500 MG Oral Tablet", "Take 1 tablet by mouth every 8 hours for 10 days"},
    Medication{
        "310965", "ibuprofen 200 MG Oral Tablet", "Take 1 or 2 tablets by mouth every 6 hours as needed"},
    Medication{
        "313782", "acetaminophen 325 MG Oral Tablet", "Take 2 tablets by mouth every 6 hours as needed"},
    Medication{"310325", "ferrous sulfate 325 MG Oral Tablet", "Take 1 tablet by mouth once daily"},
    Medication{
        "997488", "fexofenadine hydrochloride 30 MG Oral Tablet", "Take 1 tablet by mouth twice daily"},
    Medication{"243670", "aspirin 81 MG Oral Tablet", "Take 1 tablet by mouth once daily"},
};

constexpr std::array kProblems{
    Problem{"59621000", "Essential hypertension (disorder)", "I10", "Essential (primary) hypertension", 30,
        true, 0},
    Problem{"44054006", "Diabetes mellitus type 2 (disorder)", "E11.9",
        "Type 2 diabetes mellitus without complications", 35, true, 1},
    Problem{"55822004", "Hyperlipidemia (disorder)", "E78.5", "Hyperlipidemia, unspecified", 35, true, 2},
    Problem{"195967001", "Asthma (disorder)", "J45.909", "Unspecified asthma, uncomplicated", 4, true, 3},
    Problem{"162864005", "Body mass index 30+ - obesity (finding)", "E66.9", "Obesity, unspecified", 18, true,
        -1},
    Problem{"15777000", "Prediabetes (finding)", "R73.03", "Prediabetes", 25, true, -1},
    Problem{
        "40055000", "Chronic sinusitis (disorder)", "J32.9", "Chronic sinusitis, unspecified", 12, true, 11},
    Problem{"53741008", "Coronary arteriosclerosis (disorder)", "I25.10",
        "Atherosclerotic heart disease of native coronary artery without angina pectoris", 50, true, 12},
    Problem{"49436004", "Atrial fibrillation (disorder)", "I48.91", "Unspecified atrial fibrillation", 55,
        true, 5},
    Problem{"64859006", "Osteoporosis (disorder)", "M81.0",
        "Age-related osteoporosis without current pathological fracture", 60, true, 6},
    Problem{"239873007", "Osteoarthritis of knee (disorder)", "M17.9", "Osteoarthritis of knee, unspecified",
        50, true, 8},
    Problem{"271737000", "Anemia (disorder)", "D64.9", "Anemia, unspecified", 10, true, 10},
    Problem{"39898005", "Sleep disorder (disorder)", "G47.9", "Sleep disorder, unspecified", 18, true, -1},
    Problem{
        "24079001", "Atopic dermatitis (disorder)", "L20.9", "Atopic dermatitis, unspecified", 0, true, -1},
    Problem{"65363002", "Otitis media (disorder)", "H66.90", "Otitis media, unspecified, unspecified ear", 0,
        false, 7},
    Problem{"195662009", "Acute viral pharyngitis (disorder)", "J02.9", "Acute pharyngitis, unspecified", 2,
        false, 9},
    Problem{"10509002", "Acute bronchitis (disorder)", "J20.9", "Acute bronchitis, unspecified", 1, false, 9},
    Problem{"444814009", "Viral sinusitis (disorder)", "J01.90", "Acute sinusitis, unspecified", 5, false, 9},
    Problem{"43878008", "Streptococcal sore throat (disorder)", "J02.0", "Streptococcal pharyngitis", 3,
        false, 7},
    Problem{"44465007", "Sprain of ankle (disorder)", "S93.409A",
        "Sprain of unspecified ligament of unspecified ankle, initial encounter", 5, false, 8},
};

constexpr std::array kSubstances{
    Substance{kRxNorm, "1191", "aspirin", "medication", "271807003", "Eruption of skin"},
    Substance{kRxNorm, "10831", "sulfamethoxazole / trimethoprim", "medication", "247472004", "Wheal"},
    Substance{kRxNorm, "723", "amoxicillin", "medication", "247472004", "Wheal"},
    Substance{kSnomed, "111088007", "Latex (substance)", "environment", "271807003", "Eruption of skin"},
    Substance{kSnomed, "102263004", "Eggs (edible) (substance)", "food", "422587007", "Nausea"},
    Substance{kSnomed, "442571000124108", "Tree nut (substance)", "food", "39579001", "Anaphylaxis"},
    Substance{kSnomed, "288328004", "Bee venom (substance)", "environment", "39579001", "Anaphylaxis"},
    Substance{kSnomed, "264287008", "Animal dander (substance)", "environment", "76067001", "Sneezing"},
    Substance{kSnomed, "782576004", "Tree pollen (substance)", "environment", "76067001", "Sneezing"},
    Substance{kSnomed, "260147004", "House dust mite (organism)", "environment", "49727002", "Cough"},
};

constexpr std::array kMeasurements{
    Measurement{
        "85354-9", "Blood pressure panel with all children optional", "mm[Hg]", false, 0, 90, 120, 98, 158},
    Measurement{"8867-4", "Heart rate", "/min", false, 0, 60, 100, 56, 104},
    Measurement{"29463-7", "Body weight", "kg", false, 2, 0, 0, 0, 0},
    Measurement{"8302-2", "Body height", "cm", false, 1, 0, 0, 0, 0},
    Measurement{"39156-5", "Body mass index (BMI) [Ratio]", "kg/m2", false, 2, 1850, 2490, 1720, 3890},
    Measurement{"8310-5", "Body temperature", "Cel", false, 1, 361, 372, 360, 389},
    Measurement{"9279-1", "Respiratory rate", "/min", false, 0, 12, 20, 12, 24},
    Measurement{"2708-6", "Oxygen saturation in Arterial blood", "%", false, 1, 950, 1000, 930, 1000},
    Measurement{"4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood", "%", true, 2, 400, 560, 480, 980},
    Measurement{"2339-0", "Glucose [Mass/volume] in Blood", "mg/dL", true, 1, 700, 990, 680, 2450},
    Measurement{
        "2093-3", "Cholesterol [Mass/volume] in Serum or Plasma", "mg/dL", true, 1, 1250, 2000, 1300, 2800},
    Measurement{"2085-9", "Cholesterol in HDL [Mass/volume] in Serum or Plasma", "mg/dL", true, 1, 400, 600,
        280, 820},
    Measurement{"18262-6", "Cholesterol in LDL [Mass/volume] in Serum or Plasma by Direct assay", "mg/dL",
        true, 1, 500, 1000, 480, 1900},
    Measurement{
        "2571-8", "Triglyceride [Mass/volume] in Serum or Plasma", "mg/dL", true, 1, 500, 1500, 490, 3200},
    Measurement{"2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "mg/dL", true, 2, 60, 120, 50, 210},
    Measurement{"718-7", "Hemoglobin [Mass/volume] in Blood", "g/dL", true, 1, 120, 175, 98, 178},
    Measurement{"6690-2", "Leukocytes [#/volume] in Blood by Automated count", "10*3/uL", true, 2, 450, 1100,
        320, 1480},
    Measurement{
        "777-3", "Platelets [#/volume] in Blood by Automated count", "10*3/uL", true, 0, 150, 450, 120, 480},
    Measurement{"2951-2", "Sodium [Moles/volume] in Serum or Plasma", "mmol/L", true, 0, 136, 145, 131, 149},
    Measurement{
        "2823-3", "Potassium [Moles/volume] in Serum or Plasma", "mmol/L", true, 2, 350, 510, 320, 560},
    Measurement{"72166-2", "Tobacco smoking status", "", false, 0, 0, 0, 0, 0},
};

constexpr std::array kVaccines{
    Vaccine{"20", "DTaP", true},
    Vaccine{"10", "IPV", true},
    Vaccine{"03", "MMR", true},
    Vaccine{"21", "varicella", true},
    Vaccine{"83", "Hep A, ped/adol, 2 dose", true},
    Vaccine{"62", "HPV, quadrivalent", true},
    Vaccine{"114", "meningococcal MCV4P", true},
    Vaccine{"115", "Tdap", false},
    Vaccine{"113", "Td (adult), 5 Lf tetanus toxoid, preservative free, adsorbed", false},
    Vaccine{"43", "Hep B, adult", false},
    Vaccine{"33", "pneumococcal polysaccharide vaccine, 23 valent", false},
    Vaccine{"121", "zoster vaccine, live", false},
    Vaccine{"208", "COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose", false},
    Vaccine{"207", "COVID-19, mRNA, LNP-S, PF, 100 mcg/0.5mL dose or 50 mcg/0.25mL dose", false},
};

constexpr std::array kProcedures{
    Code{"430193006", "Medication reconciliation (procedure)"},
    Code{"171207006", "Depression screening (procedure)"},
    Code{"73761001", "Colonoscopy (procedure)"},
    Code{"710824005", "Assessment of health and social care needs (procedure)"},
    Code{"710841007", "Assessment of anxiety (procedure)"},
    Code{"5880005", "Physical examination procedure (procedure)"},
    Code{"117015009", "Throat culture (procedure)"},
    Code{"23426006", "Measurement of respiratory function (procedure)"},
    Code{"19490002", "Ankle X-ray (procedure)"},
    Code{"288086009", "Suture open wound (procedure)"},
};

constexpr std::array kVisitReasons{
    Code{"162673000", "General examination of patient (procedure)"},
    Code{"185347001", "Encounter for problem (procedure)"},
    Code{"185349003", "Encounter for check up (procedure)"},
    Code{"390906007", "Follow-up encounter (procedure)"},
    Code{"185345009", "Encounter for symptom (procedure)"},
    Code{"702927004", "Urgent care clinic (environment)"},
    Code{"410620009", "Well child visit (procedure)"},
};

} // namespace

std::span<const Medication> medications()
{
    return kMedications;
}
std::span<const Problem> problems()
{
    return kProblems;
}
std::span<const Substance> substances()
{
    return kSubstances;
}
std::span<const Measurement> measurements()
{
    return kMeasurements;
}
std::span<const Vaccine> vaccines()
{
    return kVaccines;
}
std::span<const Code> procedures()
{
    return kProcedures;
}
std::span<const Code> visitReasons()
{
    return kVisitReasons;
}

} // namespace waybill::sandbox
