import HummingbirdCore
import GRDB
import Configuration
