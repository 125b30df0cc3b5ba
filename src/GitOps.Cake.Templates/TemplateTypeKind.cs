namespace GitOps.Cake.Templates;

/// <summary>Tells which constants of a template can stand for a parameter.</summary>
internal enum TemplateTypeKind
{
    Any,
    Reflected,
    Text,
    Bool,
    Int,
    UInt32,
    Float,
    Duration,

    /// <summary>A map or list: no constant but nil.</summary>
    Reference,

    /// <summary>A struct: no constant at all.</summary>
    Other,
}
