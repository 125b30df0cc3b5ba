namespace GitOps.Cake.Templates.Parsing;

internal enum BranchKind
{
    If,
    With,
    Range,
}

internal static class BranchKinds
{
    public static string Word(this BranchKind kind) => kind switch
    {
        BranchKind.If => "if",
        BranchKind.With => "with",
        _ => "range",
    };
}
