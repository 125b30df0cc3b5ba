using Build.Tools;

namespace GitOps.Cake.EndToEnd.RestoringTools;

public class ReadingAptsConfiguration
{
    [Fact]
    public void Debians_archives_are_read_with_their_sources()
    {
        const string answer = """
            'http://mirror.example/debian/dists/bookworm/InRelease' mirror.example_debian_dists_bookworm_InRelease 0 
            'http://mirror.example/debian/dists/bookworm/main/binary-amd64/Packages.xz' mirror.example_Packages 0 
            'http://mirror.example/debian/dists/bookworm/main/binary-all/Packages.xz' mirror.example_Packages 0 
            'http://mirror.example/debian/dists/bookworm/main/dep11/Components-amd64.yml.xz' mirror.example_Components 0 
            'http://mirror.example/debian-security/dists/bookworm-security/main/binary-amd64/Packages.xz' mirror.example_Packages 0 
            """;

        DebianSources.Read(answer, "bookworm", "/keys.gpg").ShouldBe(
        [
            "deb [signed-by=/keys.gpg] http://mirror.example/debian/ bookworm main",
            "deb-src [signed-by=/keys.gpg] http://mirror.example/debian/ bookworm main",
            "deb [signed-by=/keys.gpg] http://mirror.example/debian-security/ bookworm-security main",
            "deb-src [signed-by=/keys.gpg] http://mirror.example/debian-security/ bookworm-security main",
        ]);
    }

    [Theory]
    [InlineData("http://mirror.example/debian/", "trixie", "bookworm")]
    [InlineData("http://mirror.example/debian/", "trixie-updates", "bookworm-updates")]
    [InlineData("http://snapshot.example/archive/debian/20250520T000000Z/", "trixie", "bookworm")]
    public void A_later_releases_archives_hold_the_sources_too(string archive, string later, string release) =>
        DebianSources.Read(Line(archive, later, "main"), "trixie", keyring: null)[0].ShouldBe($"deb {archive} {release} main");

    [Theory]
    [InlineData("http://packages.example/debian/12/prod/", "bookworm", "main")]
    [InlineData("http://packages.example/linux/debian/", "bookworm", "stable")]
    [InlineData("http://packages.example/debian/", "bookworm-pgdg", "main")]
    [InlineData("http://mirror.example/debian/", "bookworm", "contrib")]
    [InlineData("http://mirror.example/ubuntu/", "bookworm", "main")]
    public void Other_archives_are_left_alone(string archive, string release, string component) =>
        DebianSources.Read(Line(archive, release, component), "bookworm", "/keys.gpg").ShouldBeEmpty();

    [Fact]
    public void A_machine_without_archives_has_none() => DebianSources.Read("", "bookworm", "/keys.gpg").ShouldBeEmpty();

    private static string Line(string archive, string release, string component) =>
        $"'{archive}dists/{release}/{component}/binary-amd64/Packages.xz' mirror.example_Packages 0 ";
}
