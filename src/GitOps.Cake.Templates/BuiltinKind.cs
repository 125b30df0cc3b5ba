namespace GitOps.Cake.Templates;

internal enum BuiltinKind
{
    None,
    And,
    Or,
    Call,
}
