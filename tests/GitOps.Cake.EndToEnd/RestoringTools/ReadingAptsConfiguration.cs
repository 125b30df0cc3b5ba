using Build.Tools;

namespace GitOps.Cake.EndToEnd.RestoringTools;

public class ReadingAptsConfiguration
{
    [Fact]
    public void Debians_archives_are_read_with_their_sources()
    {
        const string answer = """
            http://mirror.example/debian/ bookworm main
            http://mirror.example/debian-security/ bookworm-security main
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
    [InlineData("http://mirror.example/debian trixie main", "bookworm")]
    [InlineData("http://mirror.example/debian trixie-updates main", "bookworm-updates")]
    [InlineData("http://snapshot.example/archive/debian/20250520T000000Z/ trixie main", "bookworm")]
    public void A_later_releases_archives_hold_the_sources_too(string line, string release) =>
        DebianSources.Read(line, "trixie", keyring: null)[0].ShouldBe($"deb {line.Split(' ')[0]} {release} main");

    [Theory]
    [InlineData("http://packages.example/debian/12/prod/ bookworm main")]
    [InlineData("http://packages.example/linux/debian/ bookworm stable")]
    [InlineData("http://packages.example/debian/ bookworm-pgdg main")]
    [InlineData("http://mirror.example/debian/ bookworm contrib")]
    [InlineData("http://mirror.example/ubuntu/ bookworm main")]
    [InlineData("")]
    public void Other_archives_are_left_alone(string line) => DebianSources.Read(line, "bookworm", "/keys.gpg").ShouldBeEmpty();
}
