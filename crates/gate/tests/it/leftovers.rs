//! A protected name left in a PDF is found, wherever it was left.

use crate::made_up::{Sheet, literal, mapped_font, wide};
use gate::{Document, FindingKind, Kind, Place, ReadAs, Report, Term, check};
use lopdf::{
    Dictionary, Document as LopdfDocument, IncrementalDocument, Object, Stream, dictionary,
};

const NAME: &str = "Hanh Begum";

fn terms() -> Vec<Term> {
    vec![
        Term::new("person-7", "full name", NAME, ReadAs::Words),
        Term::new("person-7", "telephone", "01632 960 456", ReadAs::Digits),
    ]
}

fn report(bytes: &[u8]) -> Report {
    check(&Document { name: "summary-7F3K.pdf", bytes, kind: Kind::Pdf }, &terms())
}

/// The name is found in that place, as that kind.
#[track_caller]
fn caught(sheet: Sheet, place: Place, kind: FindingKind) {
    let report = report(&sheet.finish());
    let is_caught = report.findings.iter().any(|finding| {
        finding.place == place
            && finding.kind == kind
            && finding.entity.as_deref() == Some("person-7")
    });
    assert!(is_caught, "{:#?}", report.findings);
}

/// The file is refused for what it is, whatever words it holds.
#[track_caller]
fn refused(bytes: &[u8], place: Place, kind: FindingKind) {
    let report = report(bytes);
    let is_refused = report
        .findings
        .iter()
        .any(|finding| finding.place == place && finding.kind == kind && finding.entity.is_none());
    assert!(is_refused, "{:#?}", report.findings);
}

#[test]
fn a_sheet_without_leftovers_is_ok() {
    let report = report(&Sheet::new().finish());
    assert!(report.is_ok(), "{:#?}", report.findings);
}

#[test]
fn in_plain_text_with_its_page() {
    let sheet = Sheet::new().drawing("BT /F1 12 Tf 72 700 Td (Ms HANH BEGUM rang) Tj ET");
    let report = report(&sheet.finish());
    assert_eq!(report.findings[0].page, Some(1));
    assert_eq!(report.findings[0].kind, FindingKind::Exact);
}

#[test]
fn misspelt() {
    let sheet = Sheet::new().drawing("BT /F1 12 Tf 72 700 Td (Ms Hanh Begam rang) Tj ET");
    caught(sheet, Place::PageText, FindingKind::Near);
}

#[test]
fn as_digits_with_other_spaces() {
    let sheet = Sheet::new().drawing("BT /F1 12 Tf 72 700 Td (Ring \\(01632\\) 96-04-56) Tj ET");
    caught(sheet, Place::PageText, FindingKind::Exact);
}

#[test]
fn in_kerned_pieces() {
    let sheet = Sheet::new()
        .drawing("BT /F1 12 Tf 72 700 Td [(H) 20 (an) -15 (h) -300 (Be) 30 (g) -20 (um)] TJ ET");
    caught(sheet, Place::PageText, FindingKind::Exact);
}

#[test]
fn letter_by_letter() {
    let letters: String = NAME
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| format!("9 0 Td ({letter}) Tj "))
        .collect();
    let sheet = Sheet::new().drawing(&format!("BT /F1 12 Tf 72 700 Td {letters} ET"));
    caught(sheet, Place::PageText, FindingKind::Exact);
}

#[test]
fn hyphenated_over_two_lines() {
    let sheet =
        Sheet::new().drawing("BT /F1 12 Tf 14 TL 72 700 Td (Hanh Be-) Tj T* (gum rang) Tj ET");
    caught(sheet, Place::PageText, FindingKind::Exact);
}

#[test]
fn in_a_hexadecimal_string() {
    let sheet = Sheet::new().drawing("BT /F1 12 Tf 72 700 Td <48616e6820426567756d> Tj ET");
    caught(sheet, Place::PageText, FindingKind::Exact);
}

#[test]
fn in_glyph_numbers_of_a_subset_font() {
    let mut sheet = Sheet::new();
    let font = mapped_font(&mut sheet.file, "Hanh Begum");
    let sheet = sheet
        .resource("Font", "F2", font)
        .drawing("BT /F2 12 Tf 72 700 Td <000100020003000400050006000700080009000A> Tj ET");
    caught(sheet, Place::PageText, FindingKind::Exact);
}

#[test]
fn behind_a_map_that_says_something_else() {
    let mut sheet = Sheet::new();
    let map = "1 begincodespacerange <00> <FF> endcodespacerange \
               1 beginbfrange <41> <7A> <0041> endbfrange 1 beginbfchar <42> <0058> endbfchar";
    let map = sheet.file.add_object(Stream::new(Dictionary::new(), map.as_bytes().to_vec()));
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding", "ToUnicode" => map,
    };
    let sheet =
        sheet.resource("Font", "F2", font).drawing("BT /F2 12 Tf 72 700 Td (Hanh Begum) Tj ET");
    caught(sheet, Place::PageText, FindingKind::Exact);
}

#[test]
fn as_invisible_text() {
    let sheet = Sheet::new().drawing("BT 3 Tr /F1 12 Tf 72 700 Td (Hanh Begum) Tj ET");
    caught(sheet, Place::HiddenText, FindingKind::CoveredText);
}

#[test]
fn in_white() {
    let sheet = Sheet::new().drawing("1 1 1 rg BT /F1 12 Tf 72 700 Td (Hanh Begum) Tj ET");
    caught(sheet, Place::HiddenText, FindingKind::CoveredText);
}

#[test]
fn under_a_black_box() {
    let sheet =
        Sheet::new().drawing("BT /F1 12 Tf 72 700 Td (Hanh Begum) Tj ET 0 g 70 696 120 16 re f");
    caught(sheet, Place::HiddenText, FindingKind::CoveredText);
}

#[test]
fn too_small_to_see_or_off_the_page() {
    let tiny = Sheet::new().drawing("BT /F1 0.5 Tf 72 700 Td (Hanh Begum) Tj ET");
    caught(tiny, Place::HiddenText, FindingKind::CoveredText);
    let outside = Sheet::new().drawing("BT /F1 12 Tf 72 -700 Td (Hanh Begum) Tj ET");
    caught(outside, Place::HiddenText, FindingKind::CoveredText);
}

#[test]
fn covered_words_are_a_finding_even_without_a_term() {
    let sheet = Sheet::new()
        .drawing("BT /F1 12 Tf 72 700 Td (nothing to see) Tj ET 0 g 70 696 120 16 re f");
    refused(&sheet.finish(), Place::HiddenText, FindingKind::CoveredText);
}

#[test]
fn in_a_layer_that_is_off() {
    let mut sheet = Sheet::new();
    let layer = sheet.file.add_object(dictionary! { "Type" => "OCG", "Name" => literal("Draft") });
    let layers = dictionary! {
        "OCGs" => vec![layer.into()],
        "D" => dictionary! { "OFF" => vec![layer.into()] },
    };
    let sheet = sheet
        .in_catalog("OCProperties", layers)
        .resource("Properties", "P1", Object::Reference(layer))
        .drawing("/OC /P1 BDC BT /F1 12 Tf 72 700 Td (Hanh Begum) Tj ET EMC");
    caught(sheet, Place::HiddenText, FindingKind::CoveredText);
}

#[test]
fn in_a_form_drawn_by_the_page() {
    let form = |sheet: &mut Sheet| {
        let font = sheet.file.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
            "Encoding" => "WinAnsiEncoding",
        });
        Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Form",
                "BBox" => vec![0.into(), 0.into(), 300.into(), 50.into()],
                "Resources" => dictionary! { "Font" => dictionary! { "F9" => font } },
            },
            b"BT /F9 12 Tf [(Hanh B) 10 (egum)] TJ ET".to_vec(),
        )
    };
    let mut drawn = Sheet::new();
    let stream = form(&mut drawn);
    let drawn = drawn.resource("XObject", "X1", stream).drawing("q 1 0 0 1 72 600 cm /X1 Do Q");
    caught(drawn, Place::PageText, FindingKind::Exact);
    let mut undrawn = Sheet::new();
    let stream = form(&mut undrawn);
    caught(undrawn.unused(stream), Place::PageText, FindingKind::Exact);
}

#[test]
fn in_the_properties() {
    let sheet = Sheet::new().in_trailer("Info", dictionary! { "Title" => literal(NAME) });
    caught(sheet, Place::Properties, FindingKind::Metadata);
    let sheet = Sheet::new().in_trailer("Info", dictionary! { "Keywords" => wide("Hạnh BEGUM") });
    caught(sheet, Place::Properties, FindingKind::Metadata);
}

#[test]
fn in_the_xmp_block() {
    let xmp = "<?xpacket?><x:xmpmeta><dc:title>Hanh <b>Be</b>gum</dc:title></x:xmpmeta>";
    let stream = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp.as_bytes().to_vec(),
    );
    caught(Sheet::new().in_catalog("Metadata", stream), Place::Xmp, FindingKind::Metadata);
}

#[test]
fn in_a_bookmark() {
    let mut sheet = Sheet::new();
    let outline = sheet.file.new_object_id();
    let item = sheet.file.add_object(dictionary! {
        "Title" => wide("About Hanh Begum"), "Parent" => outline,
    });
    let outlines = dictionary! { "Type" => "Outlines", "First" => item, "Last" => item };
    caught(sheet.in_catalog("Outlines", outlines), Place::Outline, FindingKind::Structure);
}

#[test]
fn in_a_comment() {
    let mut sheet = Sheet::new();
    let comment = sheet.file.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "Contents" => literal("ask Hanh Begum"),
    });
    let sheet = sheet.on_page("Annots", vec![Object::Reference(comment)]);
    caught(sheet, Place::Annotation, FindingKind::Structure);
}

#[test]
fn in_a_link_target() {
    let mut sheet = Sheet::new();
    let link = sheet.file.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Link",
        "A" => dictionary! { "S" => "URI", "URI" => literal("https://example.org/hanh-begum") },
    });
    let sheet = sheet.on_page("Annots", vec![Object::Reference(link)]);
    caught(sheet, Place::Action, FindingKind::Structure);
}

#[test]
fn in_an_attachment() {
    let mut sheet = Sheet::new();
    let file = sheet.file.add_object(Stream::new(
        dictionary! { "Type" => "EmbeddedFile" },
        b"notes about Hanh Begum, and more".to_vec(),
    ));
    let spec = sheet.file.add_object(dictionary! {
        "Type" => "Filespec", "F" => literal("notes.txt"), "EF" => dictionary! { "F" => file },
    });
    let names = dictionary! {
        "EmbeddedFiles" => dictionary! { "Names" => vec![literal("notes.txt"), spec.into()] },
    };
    caught(sheet.in_catalog("Names", names), Place::Attachment, FindingKind::Structure);
}

#[test]
fn in_a_form_value() {
    let mut sheet = Sheet::new();
    let field = sheet.file.add_object(dictionary! {
        "FT" => "Tx", "T" => literal("name"), "V" => literal(NAME),
    });
    let sheet = sheet.in_catalog("AcroForm", dictionary! { "Fields" => vec![field.into()] });
    caught(sheet, Place::Form, FindingKind::Structure);
}

#[test]
fn in_replacement_text_description_and_expansion() {
    for (key, place) in [
        ("ActualText", Place::ActualText),
        ("Alt", Place::AlternateText),
        ("E", Place::ExpandedText),
    ] {
        let mut element = dictionary! { "Type" => "StructElem", "S" => "Span" };
        element.set(key, wide(NAME));
        let tree = dictionary! { "Type" => "StructTreeRoot", "K" => element };
        let sheet = Sheet::new().in_catalog("StructTreeRoot", tree);
        caught(sheet, place, FindingKind::Structure);
        let sheet = Sheet::new().drawing(&format!(
            "/Span << /{key} (Hanh Begum) >> BDC BT /F1 12 Tf 72 700 Td (x) Tj ET EMC"
        ));
        caught(sheet, place, FindingKind::Structure);
    }
}

#[test]
fn in_a_page_label() {
    let labels = dictionary! {
        "Nums" => vec![0.into(), dictionary! { "P" => literal("Hanh Begum ") }.into()],
    };
    let mut sheet = Sheet::new();
    sheet.file.get_dictionary_mut(sheet.catalog).unwrap().set("PageLabels", labels);
    caught(sheet, Place::PageLabel, FindingKind::Structure);
}

#[test]
fn in_a_named_destination() {
    let sheet = Sheet::new();
    let target = vec![Object::Reference(sheet.page), "Fit".into()];
    let mut places = Dictionary::new();
    places.set("HanhBegum", target);
    caught(sheet.in_catalog("Dests", places), Place::Object, FindingKind::Structure);
}

#[test]
fn in_a_script() {
    let action = dictionary! { "S" => "JavaScript", "JS" => literal("app.alert('Hanh Begum')") };
    let sheet = Sheet::new().in_catalog("OpenAction", action);
    caught(sheet, Place::Script, FindingKind::Structure);
}

#[test]
fn in_objects_that_nothing_uses() {
    let sheet = Sheet::new().unused(dictionary! { "Note" => literal("Hanh Begum") });
    caught(sheet, Place::Object, FindingKind::Structure);
    let stream = Stream::new(Dictionary::new(), b"a draft about Hanh Begum ".repeat(9));
    caught(Sheet::new().unused(stream), Place::Object, FindingKind::Structure);
}

#[test]
fn in_an_earlier_revision() {
    let old = Sheet::new().drawing("BT /F1 12 Tf 72 700 Td (Hanh Begum) Tj ET").finish();
    let previous = LopdfDocument::load_mem(&old).unwrap();
    let page = *previous.get_pages().get(&1).unwrap();
    let mut update = IncrementalDocument::create_from(old, previous);
    update.opt_clone_object_to_new_document(page).unwrap();
    let empty = update.new_document.add_object(Stream::new(Dictionary::new(), b"q Q".to_vec()));
    update.new_document.get_dictionary_mut(page).unwrap().set("Contents", empty);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    refused(&bytes, Place::Revision, FindingKind::Structure);
}

#[test]
fn in_bytes_after_the_end() {
    let mut bytes = Sheet::new().finish();
    bytes.extend_from_slice(b"\nHanh Begum");
    refused(&bytes, Place::Revision, FindingKind::Structure);
}

#[test]
fn in_the_file_name() {
    let bytes = Sheet::new().finish();
    let letter = Document { name: "ERAM_HanhBegum.pdf", bytes: &bytes, kind: Kind::Pdf };
    let report = check(&letter, &terms());
    assert_eq!(report.findings[0].place, Place::FileName);
    assert_eq!(report.findings[0].kind, FindingKind::Metadata);
}

#[test]
fn pictures_and_unmapped_fonts_are_refused() {
    let picture = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        },
        vec![0],
    );
    let sheet = Sheet::new().resource("XObject", "X1", picture).drawing("/X1 Do");
    refused(&sheet.finish(), Place::Picture, FindingKind::Structure);
    let mut sheet = Sheet::new();
    let mut font = mapped_font(&mut sheet.file, "Hanh");
    font.as_dict_mut().unwrap().remove(b"ToUnicode");
    let sheet =
        sheet.resource("Font", "F2", font).drawing("BT /F2 12 Tf 72 700 Td <00010002> Tj ET");
    refused(&sheet.finish(), Place::Font, FindingKind::Unreadable);
}

#[test]
fn what_cannot_be_read_in_full_is_refused() {
    let good = Sheet::new().finish();
    let unreadable = |bytes: &[u8], kind| {
        let report = check(&Document { name: "a", bytes, kind }, &terms());
        assert!(report.findings.iter().any(|finding| finding.kind == FindingKind::Unreadable));
    };
    unreadable(b"", Kind::Pdf);
    unreadable(b"Dear all", Kind::Pdf);
    unreadable(&good[..good.len() / 2], Kind::Pdf);
    unreadable(&good, Kind::Word);
    unreadable(&good, Kind::Spreadsheet);
    unreadable(&good, Kind::Text);
    let locked =
        Sheet::new().in_trailer("Encrypt", dictionary! { "Filter" => "Standard", "V" => 1 });
    unreadable(&locked.finish(), Kind::Pdf);
    let broken = Sheet::new().drawing("BT (never closed Tj");
    unreadable(&broken.finish(), Kind::Pdf);
}
