namespace GitOps.Cake.Templates.Functions.Sprig;

internal enum WordKind
{
    None,
    Number,
    UpperCase,
    Letters,
    Connector,
    Punctuation,
    Other,
}
