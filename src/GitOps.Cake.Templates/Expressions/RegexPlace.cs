namespace GitOps.Cake.Templates.Expressions;

internal enum RegexPlace
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
