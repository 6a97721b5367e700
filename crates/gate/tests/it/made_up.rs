//! Made-up PDFs, built object by object so that each can hide a name in its own way.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

/// A PDF under construction: one page, one font, some words.
pub(crate) struct Sheet {
    pub(crate) file: Document,
    pub(crate) page: ObjectId,
    pub(crate) catalog: ObjectId,
    resources: Dictionary,
    content: Vec<u8>,
}

pub(crate) fn literal(text: &str) -> Object {
    Object::string_literal(text)
}

impl Sheet {
    pub(crate) fn new() -> Self {
        let mut file = Document::with_version("1.7");
        let page = file.new_object_id();
        let pages = file.add_object(dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
        });
        let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        file.objects.insert(
            page,
            dictionary! {
                "Type" => "Page",
                "Parent" => pages,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            }
            .into(),
        );
        file.trailer.set("Root", catalog);
        let font = file.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
            "Encoding" => "WinAnsiEncoding",
        });
        let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
        Self { file, page, catalog, resources, content: Vec::new() }
            .drawing("BT /F1 12 Tf 72 760 Td (The meeting agreed to meet again.) Tj ET\n")
    }

    /// Adds operations to the page.
    pub(crate) fn drawing(mut self, operations: &str) -> Self {
        self.content.extend_from_slice(operations.as_bytes());
        self
    }

    /// Adds a resource of a kind under a name.
    pub(crate) fn resource(mut self, kind: &str, name: &str, object: impl Into<Object>) -> Self {
        let id = self.file.add_object(object);
        let mut entries = self
            .resources
            .get(kind.as_bytes())
            .and_then(Object::as_dict)
            .cloned()
            .unwrap_or_default();
        entries.set(name, id);
        self.resources.set(kind, entries);
        self
    }

    pub(crate) fn in_catalog(mut self, key: &str, object: impl Into<Object>) -> Self {
        let id = self.file.add_object(object);
        self.file.get_dictionary_mut(self.catalog).unwrap().set(key, id);
        self
    }

    pub(crate) fn on_page(mut self, key: &str, object: impl Into<Object>) -> Self {
        self.file.get_dictionary_mut(self.page).unwrap().set(key, object);
        self
    }

    pub(crate) fn in_trailer(mut self, key: &str, object: impl Into<Object>) -> Self {
        let id = self.file.add_object(object);
        self.file.trailer.set(key, id);
        self
    }

    /// An object that nothing refers to.
    pub(crate) fn unused(mut self, object: impl Into<Object>) -> Self {
        self.file.add_object(object);
        self
    }

    /// The finished file, its streams compressed.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        let content = self.file.add_object(Stream::new(Dictionary::new(), self.content));
        let resources = self.resources;
        let page = self.file.get_dictionary_mut(self.page).unwrap();
        page.set("Contents", content);
        page.set("Resources", resources);
        self.file.compress();
        let mut bytes = Vec::new();
        self.file.save_to(&mut bytes).unwrap();
        bytes
    }
}

/// A two-byte font with a map, as a writer that subsets fonts makes it: code 1 is
/// the first letter given, code 2 the second, and so on.
pub(crate) fn mapped_font(file: &mut Document, letters: &str) -> Object {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def\n\
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n",
    );
    map += &format!("{} beginbfchar\n", letters.chars().count());
    for (n, letter) in letters.chars().enumerate() {
        map += &format!("<{:04X}> <{:04X}>\n", n + 1, u32::from(letter));
    }
    map += "endbfchar endcmap end end";
    let map = file.add_object(Stream::new(Dictionary::new(), map.into_bytes()));
    let descendant = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "ABCDEF+Made",
        "CIDSystemInfo" => dictionary! {
            "Registry" => literal("Adobe"), "Ordering" => literal("Identity"), "Supplement" => 0,
        },
    });
    dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "ABCDEF+Made",
        "Encoding" => "Identity-H", "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => map,
    }
    .into()
}

/// The same text as a string with a mark for UTF-16.
pub(crate) fn wide(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
