namespace GitOps.Cake.Templates.Expressions;

internal static class UnicodeScripts
{
    public static RuneSet? Find(string name) => null;
}
